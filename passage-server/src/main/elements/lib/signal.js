import { encode } from './base64url.js';

/**
 * Tells the browser and its password manager what became of passkeys (WebAuthn L3 §5.1.10), where they listen. It is news
 * and no question: whatever comes of it, nothing fails.
 */
export const signal = {
  /**
   * A passkey that the server no longer takes.
   * @param {string} rpId
   * @param {string} credentialId
   */
  unknown: (rpId, credentialId) => tell('signalUnknownCredential', { rpId, credentialId }),

  /**
   * All passkeys that the server takes for one user.
   * @param {string} rpId
   * @param {string} userId
   * @param {string[]} allAcceptedCredentialIds
   */
  accepted: (rpId, userId, allAcceptedCredentialIds) =>
    tell('signalAllAcceptedCredentials', { rpId, userId: handle(userId), allAcceptedCredentialIds }),

  /**
   * What a user is called now.
   * @param {string} rpId
   * @param {string} userId
   * @param {string} name
   */
  details: (rpId, userId, name) =>
    tell('signalCurrentUserDetails', { rpId, userId: handle(userId), name, displayName: name }),
};

/** The user handle in passkeys is made of the bytes of the user's id. @param {string} userId */
function handle(userId) {
  return encode(new TextEncoder().encode(userId));
}

/**
 * @param {string} news
 * @param {object} content
 */
async function tell(news, content) {
  try {
    await /** @type {any} */ (globalThis.PublicKeyCredential)?.[news]?.(content);
  } catch {
    // An older browser takes other members, a strange RP id none.
  }
}
