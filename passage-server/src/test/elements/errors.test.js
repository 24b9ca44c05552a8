import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Code, PassageError, asPassageError, codeOfAnswer, ofBrowser, refusedAs } from '../../main/elements/lib/errors.js';

describe('what the browser throws', () => {
  const cases = [
    ['NotAllowedError', 'create', Code.createCancelled],
    ['NotAllowedError', 'get', Code.getCancelled],
    ['AbortError', 'get', Code.ceremonyAborted],
    ['InvalidStateError', 'create', Code.passkeyExists],
    ['SecurityError', 'get', Code.wrongSite],
    ['NotSupportedError', 'create', Code.authenticatorUnsuitable],
    ['ConstraintError', 'create', Code.authenticatorUnsuitable],
    ['DataError', 'get', Code.unexpected],
  ];

  for (const [name, ceremony, code] of cases) {
    test(`${name} at ${ceremony} is ${code}`, () => {
      assert.equal(ofBrowser(new DOMException('', name), /** @type {any} */ (ceremony)).code, code);
    });
  }
});

describe('what the server answers', () => {
  test('5xx, too many requests, unknown app and deactivated user mean the same at every step', () => {
    assert.equal(codeOfAnswer(503, ''), Code.serverFailed);
    assert.equal(codeOfAnswer(429, 'invalid_request'), Code.tooManyRequests);
    assert.equal(codeOfAnswer(404, 'app_not_found'), Code.invalidAppId);
    assert.equal(codeOfAnswer(403, 'user_not_active'), Code.inactive);
    assert.equal(codeOfAnswer(401, 'webauthn_login_failed'), Code.unexpected);
  });

  test('a refusal without a meaning of its own gets that of the step, and keeps its status', () => {
    const refusal = new PassageError(Code.unexpected, { statusCode: 401, serverCode: 'webauthn_login_failed' });

    const error = refusedAs(refusal, Code.getRefused);

    assert.equal(error.code, Code.getRefused);
    assert.equal(error.statusCode, 401);
    assert.equal(error.cause, refusal);
  });

  test('a network failure stays one at every step', () => {
    assert.equal(refusedAs(new PassageError(Code.network), Code.getRefused).code, Code.network);
  });
});

test('an unknown failure is kept as the cause', () => {
  const cause = new TypeError('x');

  const error = asPassageError(cause);

  assert.equal(error.code, Code.unexpected);
  assert.equal(error.cause, cause);
});
