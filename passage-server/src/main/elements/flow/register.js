import { Code, PassageError, asPassageError, refusedAs } from '../lib/errors.js';
import { readIdentifier } from '../lib/identifier.js';

/**
 * Signing up: a pending user first, then the passkey that makes it active.
 */
export class Register {
  #flow;

  /** @param {import('./auth-flow.js').AuthFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /** @param {string} typed */
  async submit(typed) {
    const { api, app, page } = this.#flow;
    const identifier = readIdentifier(typed, app.allowed_identifier);
    this.#flow.show({ identifier });
    const user = await api.findUser(identifier).catch((refusal) => {
      throw refusedAs(refusal, Code.identifierInvalid);
    });
    if (user?.status === 'inactive') throw new PassageError(Code.inactive);
    if (user && user.status !== 'pending') throw new PassageError(Code.alreadyExists, { args: [identifier] });
    if (!(await page.beforeAuth(identifier, { authType: 'register' }))) return;
    await api.createUser(identifier).catch((refusal) => {
      throw ofSignup(refusal, identifier);
    });
    page.event('onRegisterPasskey', { identifier });
    this.#flow.show({ view: 'create-passkey' });
  }

  /** @param {'this-device' | 'other-device'} where */
  async createPasskey(where) {
    const flow = this.#flow;
    const { identifier } = flow.state;
    const { handshake, user } = await flow.api.startRegistration(identifier, this.#attachment(where)).catch(refused);
    flow.show({ waiting: 'prompt' });
    const response = /** @type {{id: string}} */ (await flow.ceremony.create(handshake.challenge.publicKey));
    flow.show({ waiting: 'request' });
    const finish = { handshake_id: handshake.id, user_id: user.id, handshake_response: response };
    const result = await flow.api.finishRegistration(finish).catch(refused);
    flow.page.rememberPasskey(user.id, response.id);
    await flow.finish(result, { identifier, authType: 'register' });
  }

  /** @param {'this-device' | 'other-device'} where */
  #attachment(where) {
    return where === 'this-device' && this.#flow.support?.platform ? 'platform' : 'cross-platform';
  }
}

/**
 * @param {unknown} refusal
 * @returns {never}
 */
function refused(refusal) {
  throw refusedAs(refusal, Code.createRefused);
}

/**
 * The wire has one code for all refused sign-ups; only the message tells them apart.
 * @param {unknown} refusal
 * @param {string} identifier
 * @returns {PassageError}
 */
function ofSignup(refusal, identifier) {
  const error = asPassageError(refusal);
  const { message, statusCode } = error;
  if (message.startsWith('Public signup') || statusCode === 403) return refusedAs(error, Code.signupClosed);
  if (message.startsWith('user: already exists')) return new PassageError(Code.alreadyExists, { args: [identifier], statusCode });
  return refusedAs(error, Code.identifierInvalid);
}
