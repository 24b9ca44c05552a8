import { Code, PassageError, refusedAs } from '../lib/errors.js';
import { readIdentifier } from '../lib/identifier.js';
import { hasUsablePasskey, needsVerification } from './abilities.js';

/** A page may be open for hours, a handshake is not good for so long: autofill gets a fresh one in time. */
const RENEWAL_MILLIS = 10 * 60_000;

/**
 * Signing in: with an identifier first, or with any passkey that the person picks.
 */
export class Login {
  #flow;

  /** @param {import('./auth-flow.js').AuthFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /** @param {string} typed */
  async submit(typed) {
    const { api, app, page } = this.#flow;
    const identifier = await readIdentifier(typed, app.allowed_identifier, page.international);
    this.#flow.show({ identifier });
    const user = await api.findUser(identifier).catch((refusal) => {
      throw refusedAs(refusal, Code.identifierInvalid);
    });
    if (!(await page.beforeAuth(identifier, { authType: 'login' }))) return;
    if (!user) throw new PassageError(Code.notRecognized, { args: [identifier] });
    if (user.status === 'inactive') throw new PassageError(Code.inactive);
    if (this.#isForPasskey(user, identifier)) {
      page.event('onVerifyIdentity', { identifier, identifierExists: true });
      await this.#flow.follow(() => this.withPasskey(user));
    } else if (this.#flow.fallback) await this.#flow.fallBack();
    else this.#flow.show({ view: 'no-passkey', userStatus: user.status });
  }

  /**
   * @param {import('../lib/api.js').User} user
   * @param {string} identifier
   */
  #isForPasskey(user, identifier) {
    const { app, fallback, page, passkeys } = this.#flow;
    if (!passkeys || (fallback && needsVerification(app, identifier, user))) return false;
    return hasUsablePasskey(user, page.knowsPasskey(user.id), Boolean(fallback));
  }

  /** @param {import('../lib/api.js').User} [user] absent: any passkey of this site */
  async withPasskey(user) {
    const flow = this.#flow;
    const identifier = user && flow.state.identifier;
    flow.show({ view: 'use-passkey', waiting: 'request', anyPasskey: !user });
    const { handshake } = await flow.api.startLogin(identifier).catch(refused);
    flow.show({ waiting: 'prompt' });
    const response = await flow.ceremony.get(handshake.challenge.publicKey);
    flow.show({ waiting: 'request' });
    await this.#finish(handshake, response, user);
  }

  /** Lets the browser's autofill offer passkeys for as long as the form is there. Nobody waits for it, so it fails silently. */
  async offerInAutofill() {
    const flow = this.#flow;
    if (!flow.support?.conditional || !flow.passkeys) return;
    try {
      const { handshake } = await flow.api.startLogin();
      if (!this.#isFormThere()) return;
      await this.#finishPicked(handshake, await this.#picked(handshake));
    } catch {
      // The person has not asked for anything yet; the form and the button still work.
    }
  }

  /** @param {import('../lib/api.js').Handshake} handshake */
  async #picked({ challenge }) {
    const renewal = setTimeout(() => this.offerInAutofill(), RENEWAL_MILLIS);
    try {
      return await this.#flow.ceremony.get(challenge.publicKey, { conditional: true });
    } finally {
      clearTimeout(renewal);
    }
  }

  /**
   * @param {import('../lib/api.js').Handshake} handshake
   * @param {object} response
   */
  async #finishPicked(handshake, response) {
    const flow = this.#flow;
    await flow.run(() => this.#finish(handshake, response));
    if (this.#isFormThere()) this.offerInAutofill();
  }

  /**
   * @param {import('../lib/api.js').Handshake} handshake
   * @param {object} response
   * @param {import('../lib/api.js').User} [user]
   */
  async #finish(handshake, response, user) {
    const { api } = this.#flow;
    const finish = { handshake_id: handshake.id, user_id: user?.id, handshake_response: response };
    const result = await api.finishLogin(finish).catch(refused);
    const context = user ? { identifier: this.#flow.state.identifier, authType: /** @type {const} */ ('login') } : undefined;
    await this.#flow.finish(result, context ?? (await this.#flow.discovered(result)));
  }

  #isFormThere() {
    const { view, form } = this.#flow.state;
    return view === 'home' && form === 'login';
  }
}

/**
 * @param {unknown} refusal
 * @returns {never}
 */
function refused(refusal) {
  throw refusedAs(refusal, Code.getRefused);
}
