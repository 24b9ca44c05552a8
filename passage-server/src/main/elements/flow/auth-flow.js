import { Code, PassageError, asPassageError } from '../lib/errors.js';
import { Login } from './login.js';
import { Register } from './register.js';

/**
 * What a person sees, as data.
 * @typedef {object} State
 * @property {'loading' | 'blocked' | 'home' | 'create-passkey' | 'use-passkey' | 'no-passkey' | 'done'} view
 * @property {'login' | 'register'} form which of the two the person is in
 * @property {string} identifier what was typed last
 * @property {boolean} anyPasskey whether this login goes without the identifier
 * @property {'request' | 'prompt' | undefined} waiting for the server or for the person's device
 * @property {PassageError | undefined} error what went wrong last, in this view
 * @property {string} [userStatus] of the user that has no passkey
 */

/**
 * The page around the element: its callbacks, and where it wants tokens and memories kept.
 * @typedef {object} Page
 * @property {(identifier: string, context: {authType: 'login' | 'register'}) => Promise<boolean>} beforeAuth
 * @property {(result: import('../lib/api.js').AuthResult, context: SuccessContext) => Promise<void>} succeed stores the
 *   tokens and hands over to the page; rejects when either fails
 * @property {(type: string, data?: object) => void} event
 * @property {(identifier: string) => void} rememberLogin
 * @property {(userId: string, credentialId: string) => void} rememberPasskey
 * @property {string} origin of the page
 */

/**
 * @typedef {{identifier?: string, authType?: 'login' | 'register', userMetadata?: object}} SuccessContext
 */

/**
 * The state machine behind the Elements: what a person does goes in, states come out. It touches no document, so it runs
 * wherever its collaborators do.
 *
 * ```
 * loading ──► home ──► create-passkey ──► done
 *    │         ├─────► use-passkey ─────► done
 *    ▼         └─────► no-passkey
 * blocked
 * ```
 *
 * A further way to sign in (one-time code, magic link) is a view of its own beside `use-passkey`; `Login` and `Register`
 * are where one is chosen.
 */
export class AuthFlow {
  /** @type {State} */
  #state;
  /** @type {() => unknown} */
  #again = () => this.start();
  #render;
  #login;
  #register;

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
  }

  #findSupport;

  get state() {
    return this.#state;
  }

  /** Whether the person may change between login and registration here. */
  get canToggle() {
    return this.forms.length > 1 && this.app?.public_signup !== false;
  }

  /** Loads the app's settings and shows the first form. */
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
      this.showHome(this.forms[0]);
    } catch (thrown) {
      const error = asPassageError(thrown);
      if (error.code !== Code.ceremonyAborted) this.show({ view: 'blocked', error });
    }
  }

  /** Ends everything under way. */
  stop() {
    this.#render = () => {};
    this.ceremony.abort();
    this.api.close();
  }

  /**
   * The identifier form was sent.
   * @param {string} typed
   */
  async submit(typed) {
    await this.run(async () => {
      const steps = this.#state.form === 'login' ? this.#login : this.#register;
      await steps.submit(typed);
    });
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

  /** Does again what failed. */
  async retry() {
    await this.#again();
  }

  /** Back to the form, with what was typed. */
  changeIdentifier() {
    if (this.#state.waiting === 'request') return;
    this.ceremony.abort();
    this.showHome(this.#state.form);
  }

  /**
   * Changes between login and registration.
   * @param {string} typed what the identifier field holds
   */
  toggle(typed) {
    if (this.#state.waiting === 'request' || !this.canToggle) return;
    this.ceremony.abort();
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
   * Leaving the form also ends what autofill offers there.
   * @param {Partial<State>} change
   */
  show(change) {
    if (this.#state.view === 'home' && (change.view ?? 'home') !== 'home') this.ceremony.abort();
    this.#state = { ...this.#state, ...change };
    this.#render(this.#state);
  }

  /**
   * Does one thing at a time; a failure is shown in the view where it happened.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    if (this.#state.waiting) return;
    this.#again = () => this.run(work);
    this.show({ waiting: 'request', error: undefined });
    try {
      await work();
      this.show({ waiting: undefined });
    } catch (thrown) {
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
    if (!result.authToken || !result.redirectUrl) throw new PassageError(Code.serverFailed);
    if (context.identifier) this.page.rememberLogin(context.identifier);
    await this.follow(() => this.#handOver(result, context));
  }

  /**
   * @param {import('../lib/api.js').AuthResult} result
   * @param {SuccessContext} context
   */
  async #handOver(result, context) {
    this.show({ view: 'done', waiting: 'request' });
    try {
      await this.page.succeed(result, context);
    } catch (cause) {
      throw new PassageError(Code.pageFailed, { cause });
    }
  }

  #checkApp() {
    const { auth_methods: methods, auth_origin: origin, public_signup: signup } = this.app;
    if (this.forms[0] === 'register' && signup === false) throw new PassageError(Code.signupClosed);
    if (!methods?.passkeys) throw new PassageError(Code.passkeysDisabled);
    if (origin?.replace(/\/$/, '') !== this.page.origin) {
      throw new PassageError(Code.wrongOrigin, { args: [this.page.origin, origin] });
    }
    if (!this.support?.secure) throw new PassageError(Code.insecureContext, { args: [this.page.origin] });
    if (!this.support.webauthn) throw new PassageError(Code.passkeysUnsupported);
  }
}
