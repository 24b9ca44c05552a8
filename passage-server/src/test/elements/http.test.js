import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { Code } from '../../main/elements/lib/errors.js';
import { Http } from '../../main/elements/lib/http.js';

/** @type {(request: any, response: any, body: string) => void} */
let answer;
/** @type {string} */
let base;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => answer(request, response, body));
});

before(async () => {
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  base = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/v1`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/**
 * @param {number} status
 * @param {string} text
 */
const answering = (status, text) => (/** @type {any} */ _, /** @type {any} */ response) => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(text);
};

describe('a call that succeeds', () => {
  test('sends JSON and reads JSON', async () => {
    answer = (request, response, body) => {
      response.end(JSON.stringify({ method: request.method, path: request.url, type: request.headers['content-type'], body }));
    };

    assert.deepEqual(await new Http(base).post('/x', { a: 1 }), {
      method: 'POST',
      path: '/v1/x',
      type: 'application/json',
      body: '{"a":1}',
    });
  });

  test('carries a token only when it is given, and no header that would need a preflight', async () => {
    answer = (request, response) => response.end(JSON.stringify(request.headers));

    const plain = await new Http(base).get('/x');
    const authorized = await new Http(base).get('/x', 'abc');

    assert.equal(plain.authorization, undefined);
    assert.equal(plain['content-type'], undefined);
    assert.equal(Object.keys(plain).filter((name) => name.startsWith('passage')).length, 0);
    assert.equal(authorized.authorization, 'Bearer abc');
  });
});

describe('a call that fails', () => {
  test('carries status, message and code of the answer', async () => {
    answer = answering(401, '{"code":"webauthn_login_failed","error":"challenge used"}');

    await assert.rejects(new Http(base).get(''), {
      name: 'PassageError',
      code: Code.unexpected,
      statusCode: 401,
      statusText: 'Unauthorized',
      message: 'challenge used',
      serverCode: 'webauthn_login_failed',
    });
  });

  test('has the raw body as message when it is not JSON', async () => {
    answer = answering(502, '<h1>Bad gateway</h1>');

    await assert.rejects(new Http(base).get(''), { code: Code.serverFailed, message: '<h1>Bad gateway</h1>' });
  });

  test('takes a success that is not JSON for a failure of the server', async () => {
    answer = answering(200, '<html>');

    await assert.rejects(new Http(base).get(''), { code: Code.serverFailed });
  });

  test('is a network failure when the connection breaks', async () => {
    answer = (_, response) => response.destroy();

    await assert.rejects(new Http(base).get(''), { code: Code.network, statusCode: 0 });
  });

  test('is a network failure when the answer takes too long', async () => {
    answer = () => {};

    await assert.rejects(new Http(base, { timeout: 20 }).get(''), { code: Code.network });
  });

  test('is silent when the element went away', async () => {
    answer = () => http.close();
    const http = new Http(base);

    await assert.rejects(http.get(''), { code: Code.ceremonyAborted });
    await assert.rejects(http.get(''), { code: Code.ceremonyAborted });
  });
});
