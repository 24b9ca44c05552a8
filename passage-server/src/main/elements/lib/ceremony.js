import { ofBrowser } from './errors.js';
import { assertionResponse, creationOptions, registrationResponse, requestOptions } from './webauthn-json.js';

/**
 * The one WebAuthn prompt that a page may have at a time. A browser refuses a second call while one is pending, and a
 * conditional one is pending for as long as the page is open. So the only abort signal of all elements lives here, and a
 * new ceremony ends the one before it.
 */
/** @type {{owner: object, abort: AbortController} | undefined} */
let pending;

/**
 * One element's access to the prompt.
 */
export class Ceremony {
  /**
   * Makes a passkey.
   * @param {any} publicKey creation options as the server sent them
   * @returns {Promise<object>} `handshake_response` of the finish call
   * @throws {import('./errors.js').PassageError}
   */
  async create(publicKey) {
    return this.#run('create', async (signal) => {
      const credential = await navigator.credentials.create({ publicKey: creationOptions(publicKey), signal });
      return registrationResponse(present(credential));
    });
  }

  /**
   * Uses a passkey.
   * @param {any} publicKey request options as the server sent them
   * @param {{conditional?: boolean}} [options] conditional: offered by autofill, no prompt
   * @returns {Promise<object>} `handshake_response` of the finish call
   * @throws {import('./errors.js').PassageError}
   */
  async get(publicKey, { conditional = false } = {}) {
    return this.#run('get', async (signal) => {
      /** @type {CredentialRequestOptions} */
      const request = { publicKey: requestOptions(publicKey), signal };
      if (conditional) request.mediation = 'conditional';
      return assertionResponse(present(await navigator.credentials.get(request)));
    });
  }

  /** Ends this element's pending ceremony; another element's goes on. */
  abort() {
    if (pending?.owner === this) pending.abort.abort();
  }

  /**
   * @param {'create' | 'get'} kind
   * @param {(signal: AbortSignal) => Promise<object>} prompt
   */
  async #run(kind, prompt) {
    pending?.abort.abort();
    const mine = { owner: this, abort: new AbortController() };
    pending = mine;
    try {
      return await prompt(mine.abort.signal);
    } catch (failure) {
      throw ofBrowser(failure, kind);
    } finally {
      if (pending === mine) pending = undefined;
    }
  }
}

/**
 * @param {Credential | null} credential null counts as a prompt that was closed
 * @returns {Credential}
 */
function present(credential) {
  if (!credential) throw new DOMException('no credential', 'NotAllowedError');
  return credential;
}
