import { Code, PassageError } from '../lib/errors.js';
import { Arrival } from './arrival.js';
import { Fallback } from './fallback.js';
import { Flow } from './flow.js';
import { Login } from './login.js';
import { Register } from './register.js';

/**
 * What a person sees, as data.
 * @typedef {object} State
 * @property {'loading' | 'blocked' | 'home' | 'create-passkey' | 'use-passkey' | 'no-passkey' | 'enter-code' | 'await-link'
 *   | 'open-link' | 'doubtful-passkeys' | 'add-passkey' | 'done'} view
 * @property {'login' | 'register'} form which of the two the person is in
 * @property {string} identifier what was typed last
 * @property {boolean} anyPasskey whether this login goes without the identifier
 * @property {'request' | 'prompt' | undefined} waiting for the server or for the person's device
 * @property {PassageError | undefined} error what went wrong last, in this view
 * @property {string} [userStatus] of the user that has no passkey
 * @property {Record<string, unknown>} [userMetadata] what a registration says about the person
 * @property {number} [sent] when the last message was sent, in milliseconds; 0 while it is being sent
 * @property {boolean} [linkDone] whether the link that was opened did its work
 * @property {import('../lib/current-user-api.js').Device[]} [devices] the passkeys that the person should judge
 */

/**
 * The page around the element: its callbacks, and where it wants tokens and memories kept.
 * @typedef {object} OwnPage
 * @property {(identifier: string, context: BeforeContext) => Promise<boolean>} beforeAuth
 * @property {(result: import('../lib/api.js').AuthResult) => Promise<void>} store keeps the tokens; rejects when it can't
 * @property {(result: import('../lib/api.js').AuthResult, context: SuccessContext) => Promise<void>} succeed hands over to
 *   the page; rejects when that fails
 * @property {(type: string, data?: object) => void} event
 * @property {(identifier: string) => void} rememberLogin
 * @property {(userId: string) => boolean} knowsPasskey whether this browser made a passkey of this user
 * @property {() => {token: string, isVerification: boolean} | undefined} takeLink the link that opened this page, once
 * @property {() => string} path of this page, for links
 *
 * @typedef {OwnPage & import('./flow.js').FlowPage} Page
 */

/**
 * @typedef {{authType: 'login' | 'register', userMetadata?: Record<string, unknown>}} BeforeContext
 * @typedef {{identifier?: string, authType?: 'login' | 'register', userMetadata?: object}} SuccessContext
 */

/**
 * The state machine behind the elements that sign in.
 *
 * ```
 * loading ─► home ─► create-passkey ─────────────────────────────────────────────────► done
 *  │ │        │ ├──► use-passkey ──────────────────────────────────────────────────────► │
 *  │ │        │ │        ▼ (no passkey here)                                             │
 *  │ │        │ └──► enter-code, await-link ─┬─► doubtful-passkeys ─┬─► add-passkey ─► ──┘
 *  │ └─► open-link ──────────────────────────┘                      └──────────────────►
 *  ▼          └────► no-passkey
 * blocked
 * ```
 * @extends {Flow<State, Page>}
 */
export class AuthFlow extends Flow {
  #login;
  #register;
  #fallback;
  #arrival;
  /** @type {unknown} the result whose tokens are stored */
  #stored;

  /** @param {import('./flow.js').FlowParts<State, Page> & {forms: ('login' | 'register')[]}} parts forms: the first one is shown first */
  constructor({ forms, ...parts }) {
    super(parts, {
      view: 'loading',
      form: forms[0],
      identifier: '',
      anyPasskey: false,
      waiting: undefined,
      error: undefined,
    });
    this.forms = forms;
    this.#login = new Login(this);
    this.#register = new Register(this);
    this.#fallback = new Fallback(this);
    this.#arrival = new Arrival(this);
  }

  /** Whether the person may change between login and registration here. */
  get canToggle() {
    return this.forms.length > 1 && this.app?.public_signup !== false;
  }

  /**
   * What the app has beside passkeys.
   * @returns {'code' | 'link' | undefined}
   */
  get fallback() {
    return this.#fallback.kind;
  }

  /**
   * Shows the first form, or opens the link that led here.
   * @protected
   */
  async open() {
    if (this.forms[0] === 'register' && this.app.public_signup === false) throw new PassageError(Code.signupClosed);
    if (this.obstacle && !this.fallback) throw this.obstacle;
    const link = this.page.takeLink();
    if (link) await this.run(() => this.#arrival.openLink(link));
    else this.showHome(this.forms[0]);
  }

  /** Ends everything under way. */
  stop() {
    this.#fallback.stop();
    this.#arrival.stop();
    super.stop();
  }

  /**
   * The identifier form was sent.
   * @param {string} typed
   * @param {Record<string, unknown>} [metadata] what else a registration asked for
   */
  async submit(typed, metadata) {
    const { form } = this.state;
    await this.run(() => (form === 'login' ? this.#login.submit(typed) : this.#register.submit(typed, metadata)));
  }

  /**
   * Signs in with any passkey of this site.
   * @param {string} typed what the identifier field holds, for the way back
   */
  async useAnyPasskey(typed) {
    this.show({ identifier: typed });
    await this.run(() => this.#login.withPasskey());
  }

  /**
   * Makes a passkey for the new user.
   * @param {'this-device' | 'other-device'} where
   */
  async createPasskey(where) {
    await this.run(() => this.#register.createPasskey(where));
  }

  /** Goes on without a passkey, also while the browser asks for one. */
  async useFallback() {
    if (this.state.waiting === 'request') return;
    this.abandon();
    await this.run(() => this.#fallback.start());
  }

  /** From within {@link run}: the passkey is not the way to go on. */
  async fallBack() {
    await this.follow(() => this.#fallback.start());
  }

  /** @param {string} code six digits */
  async enterCode(code) {
    await this.run(() => this.#fallback.enterCode(code));
  }

  /** Sends another code or link. */
  async resend() {
    await this.run(() => this.#fallback.resend());
  }

  /** Gives the person who signed in by message a passkey. */
  async addPasskey() {
    await this.run(() => this.#arrival.addPasskey());
  }

  /** Goes on without a further step, also while the browser asks for a passkey. */
  async skip() {
    if (this.state.waiting === 'request') return;
    this.abandon();
    await this.run(() => this.#arrival.goOn());
  }

  /** @param {'keep' | 'remove'} what to do with the passkeys from before the address was confirmed */
  async judgePasskeys(what) {
    await this.run(() => (what === 'keep' ? this.#arrival.keepDoubtful() : this.#arrival.removeDoubtful()));
  }

  /**
   * Signed in by a message.
   * @param {import('../lib/api.js').AuthResult} result
   * @param {SuccessContext} context
   */
  async arrive(result, context) {
    checkResult(result);
    await this.follow(() => this.#arrival.begin(result, context, { mayOffer: true }));
  }

  /** Back to the form, with what was typed. */
  changeIdentifier() {
    if (this.state.waiting === 'request') return;
    this.abandon();
    this.showHome(this.state.form);
  }

  /**
   * Changes between login and registration.
   * @param {string} typed what the identifier field holds
   */
  toggle(typed) {
    if (this.state.waiting === 'request' || !this.canToggle) return;
    this.abandon();
    this.show({ identifier: typed });
    this.showHome(this.state.form === 'login' ? 'register' : 'login');
  }

  /**
   * @param {'login' | 'register'} form
   * @param {PassageError} [error]
   */
  showHome(form, error) {
    const isNew = this.state.view !== 'home' || this.state.form !== form;
    this.show({ view: 'home', form, error, waiting: undefined });
    if (!isNew) return;
    this.page.event(form === 'login' ? 'onShowLogin' : 'onShowRegister');
    if (form === 'login') {
      this.page.event('onLoaded');
      this.#login.offerInAutofill();
    }
  }

  /**
   * Leaving the form also ends what autofill offers there, leaving the wait for a link ends the questions about it.
   * @param {Partial<State>} change
   */
  show(change) {
    const { view } = this.state;
    const isLeaving = (change.view ?? view) !== view;
    if (isLeaving && view === 'home') this.ceremony.abort();
    if (isLeaving && view === 'await-link') this.#fallback.stop();
    super.show(change);
  }

  /**
   * Signed in: stores the tokens and hands over to the page. If that fails, only the hand-over is repeated.
   * @param {import('../lib/api.js').AuthResult} result
   * @param {SuccessContext} context
   */
  async finish(result, context) {
    checkResult(result);
    if (context.identifier) this.page.rememberLogin(context.identifier);
    await this.follow(() => this.#handOver(result, context));
  }

  /**
   * Keeps the tokens, once. If the page's store fails the person is told that this is all that is missing.
   * @param {import('../lib/api.js').AuthResult} result
   */
  async store(result) {
    if (this.#stored === result) return;
    try {
      await this.page.store(result);
      this.#stored = result;
    } catch (cause) {
      this.show({ view: 'done' });
      throw new PassageError(Code.pageFailed, { cause });
    }
  }

  /**
   * The published context of a sign-in without identifier, plus the identifier if it can be had.
   * @param {import('../lib/api.js').AuthResult} result
   * @returns {Promise<SuccessContext>}
   */
  async discovered({ authToken }) {
    const user = await this.api.currentUser(authToken).catch(() => undefined);
    const identifier = user?.email || user?.phone || undefined;
    return { ...(identifier && { identifier }), authType: undefined, userMetadata: {} };
  }

  /**
   * @param {import('../lib/api.js').AuthResult} result
   * @param {SuccessContext} context
   */
  async #handOver(result, context) {
    this.show({ view: 'done', waiting: 'request' });
    await this.store(result);
    try {
      await this.page.succeed(result, context);
    } catch (cause) {
      throw new PassageError(Code.pageFailed, { cause });
    }
  }
}

/** @param {import('../lib/api.js').AuthResult} result */
function checkResult({ authToken, redirectUrl }) {
  if (!authToken || !redirectUrl) throw new PassageError(Code.serverFailed);
}
