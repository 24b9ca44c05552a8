import { Code, PassageError, asPassageError } from '../lib/errors.js';
import { Flow } from './flow.js';
import { Passkeys } from './passkeys.js';
import { PersonalData } from './personal-data.js';

/**
 * What a signed-in person sees, as data.
 * @typedef {object} ProfileState
 * @property {'loading' | 'blocked' | 'signed-out' | 'profile'} view
 * @property {import('../lib/current-user-api.js').CurrentUser | undefined} user
 * @property {boolean} isEditing the personal data
 * @property {string} dialog what is asked on top: empty, `add`, or `rename` or `remove` with a passkey
 * @property {import('../lib/current-user-api.js').Device} [device] that the dialog is about
 * @property {{kind: 'email' | 'phone', value: string}[]} pending new identifiers that a link was sent to
 * @property {'request' | 'prompt' | undefined} waiting for the server or for the person's device
 * @property {PassageError | undefined} error what went wrong last
 * @property {string} [field] name of the input that the error is about
 * @property {string} [done] key of the text that says what just worked
 */

/**
 * The page around the element.
 * @typedef {object} OwnPage
 * @property {(what: 'passkeys' | 'fields' | 'email' | 'phone' | 'social') => void} changed
 * @property {typeof import('../lib/signal.js').signal} signal
 *
 * @typedef {OwnPage & import('./flow.js').FlowPage} ProfilePage
 */

/** Keys of the texts that say so. */
const CONFIRMED = { email: 'email-changed', phone: 'phone-changed' };

/**
 * The state machine behind `<passage-profile>` and `<passage-passkey-table>`.
 * @extends {Flow<ProfileState, ProfilePage>}
 */
export class ProfileFlow extends Flow {
  /** @param {import('./flow.js').FlowParts<ProfileState, ProfilePage> & {session: import('../lib/session.js').Session}} parts */
  constructor({ session, ...parts }) {
    super(parts, { view: 'loading', user: undefined, isEditing: false, dialog: '', pending: [], waiting: undefined, error: undefined });
    this.user = this.api.ofUser(() => session.token());
    this.keys = new Passkeys(this);
    this.data = new PersonalData(this);
  }

  /**
   * Shows the person.
   * @protected
   */
  async open() {
    this.show({ view: 'profile', user: await this.user.get() });
  }

  /** Looks whether an address or a number was confirmed meanwhile. It is nobody's wish, so it fails silently. */
  async refresh() {
    const { view, waiting, isEditing } = this.state;
    if (view !== 'profile' || waiting || isEditing || !this.state.pending.length) return;
    const user = await this.user.get().catch(() => undefined);
    if (!user || this.state.waiting || this.state.isEditing) return;
    const pending = this.state.pending.filter(({ kind, value }) => user[kind] !== value);
    const confirmed = this.state.pending.filter((each) => !pending.includes(each));
    this.show({ user, pending, ...(confirmed.length && { done: CONFIRMED[confirmed[0].kind] }) });
    if (!confirmed.length) return;
    for (const { kind } of confirmed) this.page.changed(kind);
    this.page.signal.details(this.rpId, user.id, user.email || user.phone);
  }

  /** Passkeys work on the page's own origin only, so its host is their relying party. */
  get rpId() {
    return new URL(this.page.origin).hostname;
  }

  /**
   * @param {string} dialog
   * @param {import('../lib/current-user-api.js').Device} [device]
   */
  ask(dialog, device) {
    if (this.state.waiting) return;
    this.show({ ...this.silence, dialog, device });
  }

  /** Closes the dialog, also while the browser asks for a passkey. */
  dismiss() {
    if (this.state.waiting !== 'request') this.abandon({ dialog: '', device: undefined });
  }

  /** @protected */
  get silence() {
    return { error: undefined, field: undefined, done: undefined };
  }

  /**
   * Whatever was going on, without a token it needs a sign-in.
   * @protected
   * @param {unknown} thrown
   * @param {object} [shown]
   */
  refusal(thrown, shown) {
    const { code, serverCode } = asPassageError(thrown);
    if (code !== Code.loginRequired && serverCode !== 'invalid_access_token') return super.refusal(thrown, shown);
    return { view: 'signed-out', user: undefined, dialog: '', error: new PassageError(Code.loginRequired) };
  }
}
