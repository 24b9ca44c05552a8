import { Code, PassageError, refusedAs } from '../lib/errors.js';
import { readIdentifier } from '../lib/identifier.js';

const CHANGES = /** @type {const} */ ({
  email: { change: 'changeEmail', refused: Code.identifierInvalid },
  phone: { change: 'changePhone', refused: Code.phoneRefused },
});

/**
 * What a person can change of the own data: the app's fields at once, an address or a number when it was confirmed.
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
      const isEmailPending = await this.#saveIdentifier('email', email);
      const isPhonePending = await this.#saveIdentifier('phone', phone);
      flow.show({ isEditing: false, done: isEmailPending || isPhonePending ? undefined : 'saved' });
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
   * @param {'email' | 'phone'} kind
   * @param {string} [typed] absent where the app does not have it
   * @returns {Promise<boolean>} whether it changes only when the link is opened that was sent to it
   */
  async #saveIdentifier(kind, typed) {
    if (typed === undefined) return false;
    const flow = this.#flow;
    const { change, refused } = CHANGES[kind];
    const refuse = (/** @type {unknown} */ refusal) => {
      throw refusedAs(refusal, refused);
    };
    flow.show({ field: kind });
    const value = typed.trim() ? await readIdentifier(typed, kind, flow.page.international) : '';
    if (value === this.#user[kind]) return false;
    this.#checkMayBeEmpty(value, kind);
    if (value && (await flow.api.findUser(value).catch(refuse))) throw new PassageError(Code.identifierTaken, { args: [value] });
    const link = await flow.user[change](value, flow.page.language()).catch(refuse);
    const others = flow.state.pending.filter((each) => each.kind !== kind);
    flow.show({ pending: link ? [...others, { kind, value }] : others });
    if (link) return true;
    flow.show({ user: await flow.user.get() });
    flow.page.changed(kind);
    return false;
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
