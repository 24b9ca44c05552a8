import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { passkeySupport } from '../../main/elements/lib/support.js';

/** @param {object} statics what the browser's PublicKeyCredential offers */
function browserWith(statics) {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { credentials: {} } });
  /** @type {any} */ (globalThis).isSecureContext = true;
  /** @type {any} */ (globalThis).PublicKeyCredential = Object.assign(function () {}, statics);
}

afterEach(() => {
  delete (/** @type {any} */ (globalThis).PublicKeyCredential);
});

test('capabilities are asked by the names of the specification', async () => {
  browserWith({ getClientCapabilities: async () => ({ conditionalGet: true, userVerifyingPlatformAuthenticator: false }) });

  assert.deepEqual(await passkeySupport(), { secure: true, webauthn: true, platform: false, conditional: true });
});

test('what the capabilities leave out is asked one by one', async () => {
  browserWith({
    getClientCapabilities: async () => ({ conditionalMediation: false }),
    isConditionalMediationAvailable: async () => true,
    isUserVerifyingPlatformAuthenticatorAvailable: async () => true,
  });

  assert.deepEqual(await passkeySupport(), { secure: true, webauthn: true, platform: true, conditional: true });
});

test('a question that fails or is not known is answered with no', async () => {
  browserWith({
    getClientCapabilities: async () => Promise.reject(new Error('x')),
    isConditionalMediationAvailable: async () => Promise.reject(new Error('x')),
  });

  assert.deepEqual(await passkeySupport(), { secure: true, webauthn: true, platform: false, conditional: false });
});

test('a browser without WebAuthn has none of it', async () => {
  const { webauthn, platform, conditional } = await passkeySupport();

  assert.deepEqual([webauthn, platform, conditional], [false, false, false]);
});
