/**
 * What this browser can do with passkeys.
 * @typedef {{secure: boolean, webauthn: boolean, platform: boolean, conditional: boolean}} Support
 */

/**
 * @returns {Promise<Support>} `platform`: this device can hold passkeys itself; `conditional`: autofill can offer them
 */
export async function passkeySupport() {
  const secure = globalThis.isSecureContext;
  const webauthn = typeof globalThis.PublicKeyCredential === 'function' && Boolean(globalThis.navigator?.credentials);
  if (!webauthn) return { secure, webauthn, platform: false, conditional: false };

  const capabilities = await clientCapabilities();
  const [platform, conditional] = await Promise.all([
    capabilities.userVerifyingPlatformAuthenticator
      ?? answerOf('isUserVerifyingPlatformAuthenticatorAvailable'),
    capabilities.conditionalGet ?? answerOf('isConditionalMediationAvailable'),
  ]);
  return { secure, webauthn, platform, conditional };
}

/** @returns {Promise<Record<string, boolean | undefined>>} */
async function clientCapabilities() {
  try {
    return (await PublicKeyCredential.getClientCapabilities?.()) ?? {};
  } catch {
    return {};
  }
}

/**
 * @param {'isUserVerifyingPlatformAuthenticatorAvailable' | 'isConditionalMediationAvailable'} question
 * @returns {Promise<boolean>}
 */
async function answerOf(question) {
  try {
    return (await PublicKeyCredential[question]?.()) ?? false;
  } catch {
    return false;
  }
}
