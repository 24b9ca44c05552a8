import { Code, PassageError, refusedAs } from '../lib/errors.js';
import { readIdentifier } from '../lib/identifier.js';

/**
 * What a person can change of the own data: the app's fields at once, an address when it was confirmed.
 */
export class PersonalData {
  #flow;

  /** @param {import('./profile-flow.js').ProfileFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /** Whether the app lets people change their data themselves. */
  get isEditable() {
    return Boolean(this.#flow.app?.profile_management);
  }

  edit() {
    if (this.#flow.state.waiting || !this.isEditable) return;
    this.#flow.show({ isEditing: true, error: undefined, field: undefined, done: undefined });
  }

  cancel() {
    if (this.#flow.state.waiting) return;
    this.#flow.show({ isEditing: false, error: undefined, field: undefined });
  }

  /**
   * Saves what differs. What was saved stays saved when something after it is refused.
   * @param {{email?: string, phone?: string, metadata: Record<string, unknown>}} typed
   */
  async save({ email, phone, metadata }) {
    const flow = this.#flow;
    await flow.run(async () => {
      await this.#saveFields(metadata);
      const pending = email === undefined ? undefined : await this.#saveEmail(email);
      if (phone !== undefined) await this.#savePhone(phone);
      flow.show({ isEditing: false, done: pending ? undefined : 'saved', ...(pending && { pending }) });
    });
  }

  /** @param {'apple' | 'github' | 'google'} type */
  async removeSocialConnection(type) {
    const flow = this.#flow;
    await flow.run(async () => {
      await flow.user.removeSocialConnection(type);
      flow.show({ user: await flow.user.get(), done: 'saved' });
      flow.page.changed('social');
    });
  }

  /** @param {Record<string, unknown>} metadata */
  async #saveFields(metadata) {
    const flow = this.#flow;
    const before = this.#user.user_metadata ?? {};
    const changed = Object.entries(metadata).filter(([name, value]) => value !== (before[name] ?? null));
    if (!changed.length) return;
    const user = await flow.user.updateMetadata(Object.fromEntries(changed)).catch((refusal) => {
      throw refusedAs(refusal, Code.fieldsRefused);
    });
    flow.show({ user });
    flow.page.changed('fields');
  }

  /**
   * @param {string} typed
   * @returns {Promise<string | undefined>} the address that a link was sent to
   */
  async #saveEmail(typed) {
    const flow = this.#flow;
    const { email } = this.#user;
    flow.show({ field: 'email' });
    const address = typed.trim() ? await readIdentifier(typed, 'email') : '';
    if (address === email) return undefined;
    this.#checkMayBeEmpty(address, 'email');
    if (address && (await flow.api.findUser(address).catch(refusedAddress))) {
      throw new PassageError(Code.emailTaken, { args: [address] });
    }
    const link = await flow.user.changeEmail(address, flow.page.language()).catch(refusedAddress);
    if (link) return address;
    flow.show({ user: await flow.user.get() });
    flow.page.changed('email');
    return undefined;
  }

  /** @param {string} typed */
  async #savePhone(typed) {
    const flow = this.#flow;
    flow.show({ field: 'phone' });
    const number = typed.trim() ? await readIdentifier(typed, 'phone', flow.page.international) : '';
    if (number === this.#user.phone) return;
    this.#checkMayBeEmpty(number, 'phone');
    await flow.user.changePhone(number, flow.page.language()).catch((refusal) => {
      throw refusedAs(refusal, Code.phoneRefused);
    });
    flow.show({ user: await flow.user.get() });
    flow.page.changed('phone');
  }

  get #user() {
    return /** @type {import('../lib/current-user-api.js').CurrentUser} */ (this.#flow.state.user);
  }

  /**
   * @param {string} value
   * @param {'email' | 'phone'} name
   */
  #checkMayBeEmpty(value, name) {
    const { required_identifier: required } = this.#flow.app;
    const other = name === 'email' ? this.#user.phone : this.#user.email;
    const isNeeded = required === name || required === 'both' || !other;
    if (!value && isNeeded) throw new PassageError(Code.identifierNeeded);
  }
}

/**
 * @param {unknown} refusal
 * @returns {never}
 */
function refusedAddress(refusal) {
  throw refusedAs(refusal, Code.identifierInvalid);
}
