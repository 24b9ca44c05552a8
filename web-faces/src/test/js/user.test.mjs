import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tellName } from '../../main/webapp/assets/user.js';

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
