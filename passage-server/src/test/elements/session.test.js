import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Code, PassageError } from '../../main/elements/lib/errors.js';
import { isFresh } from '../../main/elements/lib/jwt.js';
import { Session } from '../../main/elements/lib/session.js';

const encoded = (/** @type {object} */ part) => Buffer.from(JSON.stringify(part)).toString('base64url');
/** @param {number} seconds from now */
const lasting = (seconds, header = { alg: 'RS256', typ: 'JWT' }) => `${encoded(header)}.${encoded({ exp: Date.now() / 1000 + seconds })}.sig`;

/** @param {any} tokens */
function sessionOf(tokens, refresh = async (/** @type {string} */ token) => ({ authToken: `new for ${token}`, redirectUrl: '/', refreshToken: 'r2' })) {
  const store = {
    getAuthToken: () => tokens.authToken,
    getRefreshToken: () => tokens.refreshToken,
    setTokens: (/** @type {any} */ fresh) => void Object.assign(tokens, fresh),
    clearTokens: () => {},
  };
  return new Session({ store: () => store, refresh, appId: 'A' });
}

describe('a session', () => {
  test('without a refresh token gives what is stored, even if it ran out: the server judges', async () => {
    const old = lasting(-60);

    assert.equal(await sessionOf({ authToken: old }).token(), old);
  });

  test('needs a sign-in when nothing is stored', async () => {
    await assert.rejects(sessionOf({}).token(), { code: Code.loginRequired });
  });

  test('refreshes a token that ran out, and stores what it got', async () => {
    const tokens = { authToken: lasting(-1), refreshToken: 'r1' };

    assert.equal(await sessionOf(tokens).token(), 'new for r1');
    assert.deepEqual(tokens, { authToken: 'new for r1', redirectUrl: '/', refreshToken: 'r2' });
  });

  test('leaves a token alone that still is good', async () => {
    const good = lasting(60);

    assert.equal(await sessionOf({ authToken: good, refreshToken: 'r1' }).token(), good);
  });

  test('spends a refresh token once, however many ask at the same time', async () => {
    const tokens = { authToken: '', refreshToken: 'r1' };
    /** @type {string[]} */
    const spent = [];
    const refresh = async (/** @type {string} */ token) => {
      spent.push(token);
      await new Promise(setImmediate);
      return { authToken: lasting(60), redirectUrl: '/', refreshToken: 'r2' };
    };
    const [one, other] = [sessionOf(tokens, refresh), sessionOf(tokens, refresh)];
    await Promise.all([one.token(), other.token(), one.token()]);

    assert.deepEqual(spent, ['r1']);
  });

  test('needs a sign-in when the refresh token is refused, and goes on after a failure that passes', async () => {
    const refuse = (/** @type {number} */ statusCode) => async () => {
      throw new PassageError(Code.unexpected, { statusCode });
    };
    await assert.rejects(sessionOf({ refreshToken: 'r1' }, refuse(401)).token(), { code: Code.loginRequired });
    await assert.rejects(sessionOf({ refreshToken: 'r1' }, refuse(503)).token(), { statusCode: 503 });

    assert.equal(await sessionOf({ refreshToken: 'r1' }).token(), 'new for r1');
  });
});

test('only a token of the expected kind that lasts is fresh', () => {
  assert.equal(isFresh(lasting(60)), true);
  assert.equal(isFresh(lasting(4)), false);
  assert.equal(isFresh(lasting(60, { alg: 'none', typ: 'JWT' })), false);
  for (const token of ['', 'x', 'x.y.z', undefined]) assert.equal(isFresh(token), false);
});
