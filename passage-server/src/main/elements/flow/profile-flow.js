import { Code, PassageError, asPassageError } from '../lib/errors.js';
import { passkeyObstacle } from './abilities.js';
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
 * @typedef {object} ProfilePage
 * @property {string} origin
 * @property {() => string} language of messages, two letters
 * @property {(national: string) => Promise<string>} international as in {@link import('./auth-flow.js').Page}
 * @property {(what: 'passkeys' | 'fields' | 'email' | 'phone' | 'social') => void} changed
 * @property {(userId: string, credentialId: string) => void} rememberPasskey
 * @property {(credentialId: string) => void} forgetPasskey
 * @property {typeof import('../lib/signal.js').signal} signal
 */

/** Keys of the texts that say so. */
const CONFIRMED = { email: 'email-changed', phone: 'phone-changed' };

/**
 * The state machine behind `<passage-profile>` and `<passage-passkey-table>`.
 */
export class ProfileFlow {
  /** @type {ProfileState} */
  #state = { view: 'loading', user: undefined, isEditing: false, dialog: '', pending: [], waiting: undefined, error: undefined };
  /** @type {() => unknown} */
  #again = () => this.start();
  #render;
  #findSupport;
  #turn = 0;

  /**
   * @param {object} with_
   * @param {import('../lib/api.js').AuthApi} with_.api
   * @param {import('../lib/session.js').Session} with_.session
   * @param {import('../lib/ceremony.js').Ceremony} with_.ceremony
   * @param {() => Promise<import('../lib/support.js').Support>} with_.support
   * @param {ProfilePage} with_.page
   * @param {(state: ProfileState) => void} with_.render
   */
  constructor({ api, session, ceremony, support, page, render }) {
    this.api = api;
    this.user = api.ofUser(() => session.token());
    this.ceremony = ceremony;
    this.page = page;
    /** @type {any} the app's public settings, once loaded */
    this.app = undefined;
    /** @type {import('../lib/support.js').Support | undefined} */
    this.support = undefined;
    /** Whether a passkey can be made here. */
    this.passkeys = false;
    this.#findSupport = support;
    this.#render = render;
    this.keys = new Passkeys(this);
    this.data = new PersonalData(this);
  }

  get state() {
    return this.#state;
  }

  /** Loads the app's settings and the person. */
  async start() {
    this.#again = () => this.start();
    this.show({ view: 'loading', error: undefined });
    try {
      [this.app, this.support] = await Promise.all([this.api.app(), this.#findSupport()]);
      this.passkeys = !passkeyObstacle(this.app, this.support, this.page.origin);
      this.show({ view: 'profile', user: await this.user.get() });
    } catch (thrown) {
      this.#refuse(thrown, (error) => ({ view: 'blocked', error }));
    }
  }

  /** Ends everything under way. */
  stop() {
    this.#render = () => {};
    this.ceremony.abort();
    this.api.close();
  }

  /** Does again what failed. */
  async retry() {
    await this.#again();
  }

  /** Looks whether an address or a number was confirmed meanwhile. It is nobody's wish, so it fails silently. */
  async refresh() {
    const { view, waiting, isEditing } = this.#state;
    if (view !== 'profile' || waiting || isEditing || !this.#state.pending.length) return;
    const user = await this.user.get().catch(() => undefined);
    if (!user || this.#state.waiting || this.#state.isEditing) return;
    const pending = this.#state.pending.filter(({ kind, value }) => user[kind] !== value);
    const confirmed = this.#state.pending.filter((each) => !pending.includes(each));
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
    if (this.#state.waiting) return;
    this.show({ dialog, device, error: undefined, field: undefined, done: undefined });
  }

  /** Closes the dialog, also while the browser asks for a passkey. */
  dismiss() {
    if (this.#state.waiting === 'request') return;
    this.#turn++;
    this.ceremony.abort();
    this.show({ dialog: '', device: undefined, waiting: undefined, error: undefined, field: undefined });
  }

  /** @param {Partial<ProfileState>} change */
  show(change) {
    this.#state = { ...this.#state, ...change };
    this.#render(this.#state);
  }

  /**
   * Does one thing at a time; a failure is shown where it happened.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    if (this.#state.waiting) return;
    const turn = ++this.#turn;
    this.#again = () => this.run(work);
    this.show({ waiting: 'request', error: undefined, field: undefined, done: undefined });
    try {
      await work();
      if (turn === this.#turn) this.show({ waiting: undefined });
    } catch (thrown) {
      if (turn === this.#turn) this.#refuse(thrown, (error) => ({ waiting: undefined, error }));
    }
  }

  /**
   * Whatever was going on, without a token it needs a sign-in.
   * @param {unknown} thrown
   * @param {(error: PassageError) => Partial<ProfileState>} shown
   */
  #refuse(thrown, shown) {
    const error = asPassageError(thrown);
    const { code, serverCode } = error;
    if (code === Code.ceremonyAborted) this.show({ waiting: undefined });
    else if (code === Code.loginRequired || serverCode === 'invalid_access_token') {
      this.show({ view: 'signed-out', user: undefined, dialog: '', waiting: undefined, error: new PassageError(Code.loginRequired) });
    } else this.show(shown(error));
  }
}
