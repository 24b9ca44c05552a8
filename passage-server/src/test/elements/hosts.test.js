import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const HOSTS = fileURLToPath(new URL('../../main/compat/hosts.mjs', import.meta.url));

/** A server that answers with what it was asked. */
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  let body = '';
  for await (const part of request) body += part;
  response.end(JSON.stringify({ method, url, key: headers.authorization, body }));
});
/** @type {Record<string, string>} */
let settings;

before(async () => {
  await once(server.listen(0, 'localhost'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  settings = { PASSAGE_AUTH_URL: `http://localhost:${port}/passage/auth/v1`, PASSAGE_API_URL: `http://localhost:${port}/passage/api/v1/` };
});
after(() => server.close());

/**
 * What a program of another process prints, which was started with the module.
 * @param {string} program
 * @param {Record<string, string | undefined>} environment
 * @returns {Promise<{failed: boolean, out: string, err: string}>}
 */
const run = (program, environment = settings) =>
  new Promise((resolve) => {
    const { PASSAGE_AUTH_URL: _, PASSAGE_API_URL: __, ...rest } = process.env;
    const args = ['--import', HOSTS, '--input-type=module', '--eval', program];
    execFile(process.execPath, args, { env: { ...rest, ...environment } }, (failure, out, err) => resolve({ failed: failure !== null, out, err }));
  });

/** @param {string} expression of a response */
const fetched = async (expression) => {
  const { out, err } = await run(`console.log(await (await ${expression}).text())`);
  assert.equal(err, '');
  return JSON.parse(out);
};

describe('what goes to the former hosts arrives at the server', () => {
  const KEY = "headers: { Authorization: 'Bearer k' }";

  test('by fetch, with a text or an URL', async () => {
    const expected = { method: 'GET', url: '/passage/api/v1/apps/a/users?limit=2', key: 'Bearer k', body: '' };

    assert.deepEqual(await fetched(`fetch('https://api.passage.id/v1/apps/a/users?limit=2', { ${KEY} })`), expected);
    assert.deepEqual(await fetched(`fetch(new URL('https://api.passage.id/v1/apps/a/users?limit=2'), { ${KEY} })`), expected);
  });

  test('by fetch, with a Request and all that it has', async () => {
    const request = `new Request('https://auth.passage.id/v1/apps/a/users', { method: 'POST', body: '{}', ${KEY} })`;

    assert.deepEqual(await fetched(`fetch(${request})`), { method: 'POST', url: '/passage/auth/v1/apps/a/users', key: 'Bearer k', body: '{}' });
    assert.equal((await fetched(`fetch(${request}, { headers: { Authorization: 'Bearer other' } })`)).key, 'Bearer other');
  });

  for (const [how, address] of [
    ['an address', "'https://api.passage.id/v1/apps/a', { HEADERS }"],
    ['a hostname', "{ hostname: 'api.passage.id', port: 443, path: '/v1/apps/a', HEADERS }"],
    ['a host', "{ host: 'api.passage.id', path: '/v1/apps/a', HEADERS }"],
  ]) {
    test(`by node:https, with ${how}`, async () => {
      const { out, err } = await run(`
        import { get } from 'node:https';
        get(${address.replace('HEADERS', KEY)}, (response) => response.pipe(process.stdout));
      `);

      assert.equal(err, '');
      assert.deepEqual(JSON.parse(out), { method: 'GET', url: '/passage/api/v1/apps/a', key: 'Bearer k', body: '' });
    });
  }
});

test('all else goes where it went', async () => {
  const elsewhere = new URL('/v1/apps', settings.PASSAGE_API_URL).href;

  assert.equal((await fetched(`fetch('${elsewhere}')`)).url, '/v1/apps');
  assert.equal((await fetched(`fetch(new Request('${elsewhere}'))`)).url, '/v1/apps');
  assert.match((await run("await fetch('/v1').catch(({ name }) => console.log(name))")).out, /TypeError/);
});

for (const missing of ['PASSAGE_AUTH_URL', 'PASSAGE_API_URL']) {
  for (const value of [undefined, '', 'login.example']) {
    test(`nothing starts when ${missing} is ${JSON.stringify(value)}: keys stay away from the former hosts`, async () => {
      const { failed, out, err } = await run("console.log('started')", { ...settings, [missing]: value });

      assert.deepEqual([failed, out], [true, '']);
      assert.match(err, new RegExp(`Error: ${missing} must be an address of passage-server`));
    });
  }
}
