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
  const parse = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON;
  if (!parse) throw new PasskeyFailure('unsupported');
  try {
    return await navigator.credentials.create({ publicKey: parse.call(PublicKeyCredential, options) });
  } catch (cause) {
    throw new PasskeyFailure(cause.name === 'InvalidStateError' ? 'known' : 'cancelled', { cause });
  }
}

/** Passage may pad the user's id, which the browser's own reader refuses. */
function tidied(options) {
  return { ...options, user: { ...options.user, id: options.user.id.replace(/=+$/, '') } };
}

function responseOf(credential) {
  const { id, rawId, type, response } = credential.toJSON();
  const { attestationObject, clientDataJSON, transports = [] } = response;
  return { id, rawId, type, response: { attestationObject, clientDataJSON }, transports };
}
