import { encode, unpadded } from './passkey.js';

/**
 * Tells the browser and its password manager which passkeys an account has and what it is called (WebAuthn Level 3, 5.1.10), where they listen.
 * It is news and no question: whatever comes of it, nothing fails.
 * @param {{userId: string, name: string, credentialIds: string[]}} account
 * @param {{rpId?: string, browser?: any}} [with_]
 */
export async function signalAccount(account, { rpId = location.hostname, browser = globalThis.PublicKeyCredential } = {}) {
  const { userId, name, credentialIds } = account;
  const user = { rpId, userId: encode(new TextEncoder().encode(userId)) }; // the user handle in passkeys is made of the bytes of the id
  const allAcceptedCredentialIds = credentialIds.map(unpadded);
  // A passkey that is not in the list may be hidden from the person: an incomplete one is kept back
  if (allAcceptedCredentialIds.every(Boolean)) {
    await tell(browser, 'signalAllAcceptedCredentials', { ...user, allAcceptedCredentialIds });
  }
  if (name) await tell(browser, 'signalCurrentUserDetails', { ...user, name, displayName: name });
}

async function tell(browser, news, content) {
  try {
    await browser?.[news]?.(content);
  } catch {
    // An older browser takes other members, a strange RP id none
  }
}
