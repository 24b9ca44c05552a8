import { Code, PassageError, asPassageError, refusedAs } from '../lib/errors.js';
import { readIdentifier } from '../lib/identifier.js';
import { needsVerification } from './abilities.js';

/**
 * Signing up: a pending user first, then the passkey or the message that makes it active.
 */
export class Register {
  #flow;

  /** @param {import('./auth-flow.js').AuthFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /**
   * @param {string} typed
   * @param {Record<string, unknown>} [userMetadata]
   */
  async submit(typed, userMetadata) {
    const { api, app, page, passkeys, fallback } = this.#flow;
    const identifier = await readIdentifier(typed, app.allowed_identifier, page.international);
    this.#flow.show({ identifier, userMetadata });
    const user = await api.findUser(identifier).catch((refusal) => {
      throw refusedAs(refusal, Code.identifierInvalid);
    });
    if (user?.status === 'inactive') throw new PassageError(Code.inactive);
    if (user && user.status !== 'pending') throw new PassageError(Code.alreadyExists, { args: [identifier] });
    const context = { authType: /** @type {const} */ ('register'), ...(userMetadata && { userMetadata }) };
    if (!(await page.beforeAuth(identifier, context))) return;
    await api.createUser(identifier, ofSchema(app, userMetadata)).catch((refusal) => {
      throw ofSignup(refusal, identifier);
    });
    if (fallback && (!passkeys || needsVerification(app, identifier, user ?? undefined))) {
      await this.#flow.fallBack();
      return;
    }
    page.event('onRegisterPasskey', { identifier });
    this.#flow.show({ view: 'create-passkey' });
  }

  /** @param {'this-device' | 'other-device'} where */
  async createPasskey(where) {
    const flow = this.#flow;
    const { identifier, userMetadata } = flow.state;
    const result = await flow.makePasskey({
      start: () => flow.api.startRegistration(identifier, flow.attachment(where)),
      finish: (body) => flow.api.finishRegistration(body),
      refused: (refusal) => ofPasskey(refusal, identifier),
    });
    await flow.finish(result, { identifier, authType: 'register', ...(userMetadata && { userMetadata }) });
  }
}

/**
 * The server takes values of the app's fields only; what else the page asked for is the page's.
 * @param {any} app
 * @param {Record<string, unknown>} [metadata]
 * @returns {Record<string, unknown> | undefined}
 */
function ofSchema({ user_metadata_schema: schema }, metadata = {}) {
  const names = new Set((schema ?? []).map((/** @type {{field_name: string}} */ field) => field.field_name));
  const known = Object.entries(metadata).filter(([name]) => names.has(name));
  return known.length ? Object.fromEntries(known) : undefined;
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
  return ofExisting(error, identifier) ?? refusedAs(error, Code.identifierInvalid);
}

/**
 * Meanwhile the same person may have made a passkey in another tab.
 * @param {unknown} refusal
 * @param {string} identifier
 * @returns {PassageError}
 */
function ofPasskey(refusal, identifier) {
  const error = asPassageError(refusal);
  return ofExisting(error, identifier) ?? refusedAs(error, Code.createRefused);
}

/**
 * @param {PassageError} error
 * @param {string} identifier
 * @returns {PassageError | undefined} if the account is there already
 */
function ofExisting({ message, statusCode }, identifier) {
  if (!message.startsWith('user: already exists')) return undefined;
  return new PassageError(Code.alreadyExists, { args: [identifier], statusCode });
}
