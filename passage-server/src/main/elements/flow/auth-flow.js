import { Code, PassageError, asPassageError } from '../lib/errors.js';
import { passkeyObstacle } from './abilities.js';
import { Arrival } from './arrival.js';
import { Fallback } from './fallback.js';
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
 * @typedef {object} Page
 * @property {(identifier: string, context: BeforeContext) => Promise<boolean>} beforeAuth
 * @property {(result: import('../lib/api.js').AuthResult) => Promise<void>} store keeps the tokens; rejects when it can't
 * @property {(result: import('../lib/api.js').AuthResult, context: SuccessContext) => Promise<void>} succeed hands over to
 *   the page; rejects when that fails
 * @property {(type: string, data?: object) => void} event
 * @property {(identifier: string) => void} rememberLogin
 * @property {(userId: string, credentialId: string) => void} rememberPasskey
 * @property {(userId: string) => boolean} knowsPasskey whether this browser made a passkey of this user
 * @property {(credentialId: string) => Promise<void>} forgetPasskey also tells the browser that it is gone
 * @property {() => {token: string, isVerification: boolean} | undefined} takeLink the link that opened this page, once
 * @property {() => string} language of messages, two letters
 * @property {() => string} path of this page, for links
 * @property {(national: string) => Promise<string>} international completes a phone number that was typed without its country,
 *   where the page names one
 * @property {string} origin of the page
 */

/**
 * @typedef {{authType: 'login' | 'register', userMetadata?: Record<string, unknown>}} BeforeContext
 * @typedef {{identifier?: string, authType?: 'login' | 'register', userMetadata?: object}} SuccessContext
 */

/**
 * The state machine behind the Elements: what a person does goes in, states come out. It touches no document, so it runs
 * wherever its collaborators do.
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
 */
export class AuthFlow {
  /** @type {State} */
  #state;
  /** @type {() => unknown} */
  #again = () => this.start();
  #render;
  #login;
  #register;
  #fallback;
  #arrival;
  /** @type {unknown} the result whose tokens are stored */
  #stored;
  /** Counts what was begun, so that something abandoned does not speak up later. */
  #turn = 0;

  /**
   * @param {object} with_
   * @param {('login' | 'register')[]} with_.forms the first one is shown first
   * @param {import('../lib/api.js').AuthApi} with_.api
   * @param {import('../lib/ceremony.js').Ceremony} with_.ceremony
   * @param {() => Promise<import('../lib/support.js').Support>} with_.support
   * @param {Page} with_.page
   * @param {(state: State) => void} with_.render
   */
  constructor({ forms, api, ceremony, support, page, render }) {
    this.forms = forms;
    this.api = api;
    this.ceremony = ceremony;
    this.page = page;
    /** @type {any} the app's public settings, once loaded */
    this.app = undefined;
    /** @type {import('../lib/support.js').Support | undefined} */
    this.support = undefined;
    /** Whether passkeys can be used here at all. */
    this.passkeys = false;
    this.#findSupport = support;
    this.#render = render;
    this.#state = {
      view: 'loading',
      form: forms[0],
      identifier: '',
      anyPasskey: false,
      waiting: undefined,
      error: undefined,
    };
    this.#login = new Login(this);
    this.#register = new Register(this);
    this.#fallback = new Fallback(this);
    this.#arrival = new Arrival(this);
  }

  #findSupport;

  get state() {
    return this.#state;
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

  /** Loads the app's settings and shows the first form, or opens the link that led here. */
  async start() {
    this.#again = () => this.start();
    this.show({ view: 'loading', error: undefined });
    try {
      const [app, support] = await Promise.allSettled([this.api.app(), this.#findSupport()]);
      if (app.status === 'rejected') throw app.reason;
      if (support.status === 'rejected') throw support.reason;
      this.app = app.value;
      this.support = support.value;
      this.#checkApp();
    } catch (thrown) {
      const error = asPassageError(thrown);
      if (error.code !== Code.ceremonyAborted) this.show({ view: 'blocked', error });
      return;
    }
    const link = this.page.takeLink();
    if (link) await this.run(() => this.#arrival.openLink(link));
    else this.showHome(this.forms[0]);
  }

  /** Ends everything under way. */
  stop() {
    this.#render = () => {};
    this.#fallback.stop();
    this.#arrival.stop();
    this.ceremony.abort();
    this.api.close();
  }

  /**
   * The identifier form was sent.
   * @param {string} typed
   * @param {Record<string, unknown>} [metadata] what else a registration asked for
   */
  async submit(typed, metadata) {
    const { form } = this.#state;
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
    if (this.#state.waiting === 'request') return;
    this.#abandon();
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
    if (this.#state.waiting === 'request') return;
    this.#abandon();
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

  /** Does again what failed. */
  async retry() {
    await this.#again();
  }

  /** Back to the form, with what was typed. */
  changeIdentifier() {
    if (this.#state.waiting === 'request') return;
    this.#abandon();
    this.showHome(this.#state.form);
  }

  /**
   * Changes between login and registration.
   * @param {string} typed what the identifier field holds
   */
  toggle(typed) {
    if (this.#state.waiting === 'request' || !this.canToggle) return;
    this.#abandon();
    this.show({ identifier: typed });
    this.showHome(this.#state.form === 'login' ? 'register' : 'login');
  }

  /**
   * @param {'login' | 'register'} form
   * @param {PassageError} [error]
   */
  showHome(form, error) {
    const isNew = this.#state.view !== 'home' || this.#state.form !== form;
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
    const { view } = this.#state;
    const isLeaving = (change.view ?? view) !== view;
    if (isLeaving && view === 'home') this.ceremony.abort();
    if (isLeaving && view === 'await-link') this.#fallback.stop();
    this.#state = { ...this.#state, ...change };
    this.#render(this.#state);
  }

  /**
   * Does one thing at a time; a failure is shown in the view where it happened.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    if (this.#state.waiting) return;
    const turn = ++this.#turn;
    this.#again = () => this.run(work);
    this.show({ waiting: 'request', error: undefined });
    try {
      await work();
      if (turn === this.#turn) this.show({ waiting: undefined });
    } catch (thrown) {
      if (turn !== this.#turn) return;
      const error = asPassageError(thrown);
      const isAborted = error.code === Code.ceremonyAborted;
      this.show({ waiting: undefined, ...(!isAborted && { error }) });
    }
  }

  /**
   * A stage within {@link run}: from here on a retry starts with it.
   * @param {() => Promise<void>} work
   */
  async follow(work) {
    this.#again = () => this.run(work);
    await work();
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

  /** Ends the prompt, and leaves what waits for it without a say. */
  #abandon() {
    this.#turn++;
    this.ceremony.abort();
    this.show({ waiting: undefined, error: undefined });
  }

  #checkApp() {
    if (this.forms[0] === 'register' && this.app.public_signup === false) throw new PassageError(Code.signupClosed);
    const support = /** @type {import('../lib/support.js').Support} */ (this.support);
    const obstacle = passkeyObstacle(this.app, support, this.page.origin);
    this.passkeys = !obstacle;
    if (obstacle && !this.fallback) throw obstacle;
  }
}

/** @param {import('../lib/api.js').AuthResult} result */
function checkResult({ authToken, redirectUrl }) {
  if (!authToken || !redirectUrl) throw new PassageError(Code.serverFailed);
}
