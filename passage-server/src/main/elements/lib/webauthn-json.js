import { decode, encode } from './base64url.js';

/**
 * Turns the server's creation options into what `navigator.credentials.create` takes.
 * @param {any} json
 * @returns {PublicKeyCredentialCreationOptions}
 */
export function creationOptions(json) {
  const options = tidied(json, 'excludeCredentials');
  options.user = { ...options.user, id: unpadded(options.user.id) };
  const native = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON;
  if (native) return native.call(PublicKeyCredential, options);

  const user = { ...options.user, id: decode(options.user.id) };
  return { ...binary(options, 'excludeCredentials'), user };
}

/**
 * Turns the server's request options into what `navigator.credentials.get` takes.
 * @param {any} json
 * @returns {PublicKeyCredentialRequestOptions}
 */
export function requestOptions(json) {
  const options = tidied(json, 'allowCredentials');
  const native = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;
  return native ? native.call(PublicKeyCredential, options) : binary(options, 'allowCredentials');
}

/**
 * The new credential as the Auth API wants it: `transports` beside `response`, nothing else.
 * @param {any} credential
 */
export function registrationResponse(credential) {
  const { attestationObject, clientDataJSON } = responseJson(credential, ['attestationObject', 'clientDataJSON']);
  return {
    ...identity(credential),
    response: { attestationObject, clientDataJSON },
    transports: credential.response.getTransports?.() ?? [],
  };
}

/**
 * The assertion as the Auth API wants it: `userHandle` is empty when the authenticator gave none.
 * @param {any} credential
 */
export function assertionResponse(credential) {
  const names = ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'];
  const { clientDataJSON, authenticatorData, signature, userHandle } = responseJson(credential, names);
  return {
    ...identity(credential),
    response: { clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? '' },
  };
}

/** @param {any} credential */
function identity({ id, type }) {
  return { id, rawId: id, type };
}

/**
 * @param {any} credential
 * @param {string[]} names
 * @returns {Record<string, string>}
 */
function responseJson(credential, names) {
  if (credential.toJSON) return credential.toJSON().response;
  const present = names.filter((name) => credential.response[name]);
  return Object.fromEntries(present.map((name) => [name, encode(credential.response[name])]));
}

/**
 * The browser's own conversion takes neither null nor padding; servers may send both.
 * @param {any} json
 * @param {string} list
 * @returns {any}
 */
function tidied(json, list) {
  const options = Object.fromEntries(Object.entries(json).filter(([, value]) => value != null));
  options.challenge = unpadded(options.challenge);
  options[list] = (options[list] ?? []).map((/** @type {any} */ { id, type, transports }) => ({
    id: unpadded(id),
    type,
    ...(transports && { transports }),
  }));
  return options;
}

/** @param {string} text */
function unpadded(text) {
  return text.split('=', 1)[0];
}

/**
 * @param {any} options
 * @param {string} list
 */
function binary(options, list) {
  const credentials = options[list].map((/** @type {any} */ item) => ({ ...item, id: decode(item.id) }));
  return { ...options, challenge: decode(options.challenge), [list]: credentials };
}
