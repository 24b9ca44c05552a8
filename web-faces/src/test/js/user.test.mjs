import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepName, tellName } from '../../main/webapp/assets/user.js';

describe('tellName', () => {
  test('posts the name with the token', async () => {
    let asked;
    const send = async (address, request) => ((asked = { address, ...request }), { ok: true });

    assert.equal(await tellName('t', 'Ada "L"', 'https://api.example', send), true);

    assert.equal(asked.address, 'https://api.example/user');
    assert.equal(asked.method, 'POST');
    assert.equal(asked.headers.Authorization, 'Bearer t');
    assert.deepEqual(JSON.parse(asked.body), { name: 'Ada "L"' });
  });

  test('stops nobody: a failure is only told', async () => {
    assert.equal(await tellName('t', 'Ada', '/api', async () => ({ ok: false })), false);
    assert.equal(await tellName('t', 'Ada', '/api', async () => Promise.reject(new TypeError('offline'))), false);
  });
});

test('the name is left with the server before the ceremony', async () => {
  let asked;
  await keepName('ada@shop.example', 'Ada', '/app/', async (address, { method, body }) => {
    asked = [method, address, JSON.parse(body)];
  });
  assert.deepEqual(asked, ['POST', '/app/register/name', { identifier: 'ada@shop.example', name: 'Ada' }]);
});

test('a server that does not take the name stops nobody', async () => {
  await keepName('ada@shop.example', 'Ada', '/', async () => {
    throw new TypeError('offline');
  });
});
