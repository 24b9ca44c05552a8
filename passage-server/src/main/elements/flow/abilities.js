import { Code, PassageError } from '../lib/errors.js';

/**
 * What the app, this address and this browser allow together.
 * @param {any} app the app's public settings
 * @param {import('../lib/support.js').Support} support
 * @param {string} origin of the page
 * @returns {PassageError | undefined} why passkeys can't be used here
 */
export function passkeyObstacle(app, support, origin) {
  if (!app.auth_methods?.passkeys) return new PassageError(Code.passkeysDisabled);
  if (app.auth_origin?.replace(/\/$/, '') !== origin) {
    return new PassageError(Code.wrongOrigin, { args: [origin, app.auth_origin] });
  }
  if (!support.secure) return new PassageError(Code.insecureContext, { args: [origin] });
  return support.webauthn ? undefined : new PassageError(Code.passkeysUnsupported);
}

/**
 * Whether this app wants an identifier confirmed before it is worth anything.
 * @param {any} app
 * @param {string} identifier
 * @param {import('../lib/api.js').User} [user]
 */
export function needsVerification(app, identifier, user) {
  const isEmail = identifier.includes('@');
  const isDemanded = app.require_identifier_verification || (isEmail && app.require_email_verification);
  return Boolean(isDemanded) && !(isEmail ? user?.email_verified : user?.phone_verified);
}

/**
 * Whether it is worth a prompt: a passkey that only one device has can be used where that device made it.
 * @param {import('../lib/api.js').User} user
 * @param {boolean} isKnownHere
 * @param {boolean} hasFallback
 */
export function hasUsablePasskey({ webauthn_types: types }, isKnownHere, hasFallback) {
  if (!types?.length) return false;
  return types.some((type) => type !== 'platform') || isKnownHere || !hasFallback;
}
