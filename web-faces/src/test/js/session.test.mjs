import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { destination, memoryTokenStore, startSession } from '../../main/webapp/assets/session.js';

/** A server that answers with the given statuses in turn and remembers what it was asked. */
function server(...statuses) {
  const asked = [];
  const send = async (address, request) => {
    asked.push(`${request.method} ${address} ${request.headers?.Authorization ?? '-'}`);
    const status = statuses.shift();
    return { status, ok: status < 300 };
  };
  return { asked, send };
}

describe('startSession', () => {
  test('shows the token to the server once', async () => {
    const { asked, send } = server(204);
    await startSession({ authToken: 't' }, '/', send);
    assert.deepEqual(asked, ['POST /session Bearer t']);
  });

  test('hands the refresh token over with it', async () => {
    let body;
    const send = async (address, request) => {
      body = JSON.parse(request.body);
      return { status: 204, ok: true };
    };
    await startSession({ authToken: 't', refreshToken: 'r', refreshTokenExpiration: 60 }, '/', send);
    assert.deepEqual(body, { refresh_token: 'r', refresh_token_expiration: 60 });
  });

  test('ends the session of somebody else first when that contradicts the token', async () => {
    const { asked, send } = server(401, 204, 204);
    await startSession({ authToken: 't' }, '/app/', send);
    assert.deepEqual(asked, ['POST /app/session Bearer t', 'DELETE /app/session -', 'POST /app/session Bearer t']);
  });

  test('fails when the token is refused for itself', async () => {
    await assert.rejects(startSession({ authToken: 't' }, '/', server(401, 204, 401).send), /refused: 401/);
    await assert.rejects(startSession({ authToken: 't' }, '/', server(403).send), /refused: 403/);
  });
});

describe('destination', () => {
  const here = 'https://shop.example/register';
  const after = (wanted) => destination(wanted, '/dashboard', here);

  test('is the redirect address when that is of this origin', () => {
    assert.equal(after('/welcome?x=1'), 'https://shop.example/welcome?x=1');
    assert.equal(after('https://shop.example/welcome'), 'https://shop.example/welcome');
  });

  const strange = [
    undefined, '', 'https://evil.example/', '//evil.example/', '/\\evil.example/', 'http://shop.example/', 'javascript:alert(1)', 'https://', 'data:text/html,x',
  ];
  for (const address of strange) {
    test(`is the dashboard instead of ${address}`, () => assert.equal(after(address), 'https://shop.example/dashboard'));
  }
});

test('the token store forgets when it is told to', () => {
  const store = memoryTokenStore();
  store.setTokens({ authToken: 'a', refreshToken: 'r' });
  assert.deepEqual([store.getAuthToken(), store.getRefreshToken()], ['a', 'r']);
  store.clearTokens();
  assert.deepEqual([store.getAuthToken(), store.getRefreshToken()], [undefined, undefined]);
});
