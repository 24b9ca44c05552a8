/** Why a passkey was not added; the page has a text for each. */
export class PasskeyFailure extends Error {
  /** @param {'cancelled' | 'known' | 'unsupported' | 'refused' | 'unavailable'} reason */
  constructor(reason, options) {
    super(reason, options);
    this.reason = reason;
  }
}

/**
 * Adds a passkey to the account that the session cookie speaks for. No token comes near this script.
 * @param {string} root of the app, with a slash at its end
 * @param {{fetch?: typeof fetch, create?: (options: any) => Promise<any>}} [with_]
 */
export async function addPasskey(root, { fetch = globalThis.fetch, create = createInBrowser } = {}) {
  const started = await post(fetch, `${root}profile/passkeys/start`, {});
  const { handshake, user } = await started.json();
  const credential = await create(tidied(handshake.challenge.publicKey));
  await post(fetch, `${root}profile/passkeys/finish`, {
    handshake_id: handshake.id,
    user_id: user.id,
    handshake_response: responseOf(credential),
  });
}

async function post(fetch, address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new PasskeyFailure('unavailable', { cause });
  }
  if (!answer.ok) throw new PasskeyFailure(answer.status < 500 ? 'refused' : 'unavailable');
  return answer;
}

async function createInBrowser(options) {
  if (!globalThis.PublicKeyCredential) throw new PasskeyFailure('unsupported');
  try {
    return await navigator.credentials.create({ publicKey: readByBrowser(options) });
  } catch (cause) {
    throw new PasskeyFailure(cause.name === 'InvalidStateError' ? 'known' : 'cancelled', { cause });
  }
}

/** Passage may pad what is binary, and name what is absent, which the browser's own reader refuses. */
function tidied(options) {
  const { user, challenge, excludeCredentials = [], ...rest } = withoutNulls(options);
  const ids = excludeCredentials.map((credential) => ({ ...withoutNulls(credential), id: unpadded(credential.id) }));
  return { ...rest, user: { ...user, id: unpadded(user.id) }, challenge: unpadded(challenge), excludeCredentials: ids };
}

const withoutNulls = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
export const unpadded = (text) => text.replace(/=+$/, '');

/** What is binary comes as base64url; Safari before 18.4 and Chromium before 129 have no reader of their own. */
function readByBrowser(options) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON) return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const { user, challenge, excludeCredentials } = options;
  return {
    ...options,
    user: { ...user, id: decode(user.id) },
    challenge: decode(challenge),
    excludeCredentials: excludeCredentials.map((credential) => ({ ...credential, id: decode(credential.id) })),
  };
}

function responseOf(credential) {
  const { id, type, response } = credential;
  const { attestationObject, clientDataJSON, transports = [] } = credential.toJSON?.().response ?? written(response);
  return { id, rawId: id, type, response: { attestationObject, clientDataJSON }, transports };
}

function written(response) {
  return {
    attestationObject: encode(response.attestationObject),
    clientDataJSON: encode(response.clientDataJSON),
    transports: response.getTransports?.(),
  };
}

function decode(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

export function encode(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return unpadded(btoa(binary).replaceAll('+', '-').replaceAll('/', '_'));
}
