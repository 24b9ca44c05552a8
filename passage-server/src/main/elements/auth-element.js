import { AuthFlow } from './flow/auth-flow.js';
import { AuthApi } from './lib/api.js';
import { Ceremony } from './lib/ceremony.js';
import { Code, PassageError } from './lib/errors.js';
import { pagePath, takeLink } from './lib/page-address.js';
import { memory } from './lib/storage.js';
import { defaultTokenStore } from './lib/token-store.js';
import { webAddress } from './lib/urls.js';
import { PassageElement, discardPasskey, mirror } from './passage-element.js';
import { addPasskeyView, doubtfulPasskeysView } from './view/arrival.js';
import { homeView } from './view/home.js';
import { awaitLinkView, enterCodeView, openLinkView } from './view/message.js';
import { blockedView, doneView, noPasskeyView } from './view/notice.js';
import { createPasskeyView, usePasskeyView } from './view/passkey.js';

/** Properties that mirror an attribute, and the attribute. */
const MIRRORED = { identifier: 'identifier', loginUrl: 'login-url', registerUrl: 'register-url' };

/** @type {Record<string, (ui: import('./view/home.js').Ui, form: 'login' | 'register') => import('./view/home.js').View>} */
const VIEWS = {
  loading: homeView,
  home: homeView,
  blocked: blockedView,
  'create-passkey': createPasskeyView,
  'use-passkey': usePasskeyView,
  'no-passkey': noPasskeyView,
  'enter-code': enterCodeView,
  'await-link': awaitLinkView,
  'open-link': openLinkView,
  'doubtful-passkeys': doubtfulPasskeysView,
  'add-passkey': addPasskeyView,
  done: doneView,
};

/**
 * @typedef {(identifier: string, context: import('./flow/auth-flow.js').BeforeContext) => unknown} BeforeAuth
 * @typedef {(result: import('./lib/api.js').AuthResult, context: import('./flow/auth-flow.js').SuccessContext) => unknown} OnSuccess
 * @typedef {(event: {type: string, data?: object}) => unknown} OnEvent
 */

/**
 * What `<passage-auth>`, `<passage-login>` and `<passage-register>` have in common: they sign in. Callbacks may be set
 * before the element is defined, and may be asynchronous.
 */
export class AuthElement extends PassageElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login', 'register'];
  static observedAttributes = [...PassageElement.observedAttributes, ...Object.values(MIRRORED)];
  static mirrored = { ...PassageElement.mirrored, ...MIRRORED };
  static views = VIEWS;

  constructor() {
    super();
    // Fields would wipe out what a page has set before the element was defined; these assignments keep it.
    /** @type {BeforeAuth | undefined} */
    this.beforeAuth = this.beforeAuth ?? undefined;
    /** @type {OnSuccess | undefined} */
    this.onSuccess = this.onSuccess ?? undefined;
    /** @type {OnEvent | undefined} */
    this.onEvent = this.onEvent ?? undefined;
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    super.attributeChangedCallback(name, before, now);
    if (name === 'identifier' && before !== now) this.shownView?.prefill?.(now ?? '');
  }

  /** @protected */
  get containerId() {
    return 'passage-auth-container';
  }

  /** @protected */
  get containerClass() {
    const [only, ...others] = formsOf(this);
    return others.length ? 'passage-auth' : `passage-auth passage-${only}`;
  }

  /**
   * @protected
   * @param {import('./passage-element.js').Parts} parts
   */
  createFlow({ authUrl, appId, prepare, render }) {
    return new AuthFlow({
      forms: formsOf(this),
      api: new AuthApi(authUrl, appId),
      ceremony: new Ceremony(),
      support: prepare,
      page: this.#page(),
      render,
    });
  }

  /**
   * @protected
   * @param {AuthFlow} flow
   */
  uiOf(flow) {
    const { state } = flow;
    const initial = state.form === 'login' ? (this.getAttribute('identifier') ?? '') : '';
    return {
      ...super.uiOf(flow),
      identifier: state.identifier || initial,
      registerUrl: () => webAddressOf(this.getAttribute('register-url')),
      loginUrl: () => webAddressOf(this.getAttribute('login-url') ?? flow.app?.login_url),
    };
  }

  /** @returns {import('./flow/auth-flow.js').Page} */
  #page() {
    return {
      origin: location.origin,
      beforeAuth: (identifier, context) => this.#askPage(identifier, context),
      store: (result) => this.#store(result),
      succeed: (result, context) => this.#succeed(result, context),
      takeLink,
      path: pagePath,
      language: () => this.lang.slice(0, 2),
      international: (national) => this.international(national),
      event: (type, data) => this.#tell(data ? { type, data } : { type }),
      rememberLogin: memory.rememberLogin,
      rememberPasskey: memory.rememberPasskey,
      knowsPasskey: memory.knowsPasskey,
      discardPasskey,
    };
  }

  /**
   * @param {string} identifier
   * @param {import('./flow/auth-flow.js').BeforeContext} context
   * @returns {Promise<boolean>} whether to go on
   */
  async #askPage(identifier, context) {
    if (!this.dispatch('passage-before-auth', { identifier, ...context }, true)) return false;
    if (!this.beforeAuth) return true;
    try {
      return Boolean(await this.beforeAuth(identifier, context));
    } catch (cause) {
      reportError(cause);
      throw new PassageError(Code.pageFailed, { cause });
    }
  }

  /** @param {import('./lib/api.js').AuthResult} result */
  async #store(result) {
    try {
      await (this.tokenStore ?? defaultTokenStore).setTokens(result);
    } catch (cause) {
      reportError(cause);
      throw cause;
    }
  }

  /**
   * @param {import('./lib/api.js').AuthResult} result
   * @param {import('./flow/auth-flow.js').SuccessContext} context
   */
  async #succeed(result, context) {
    try {
      const isPageTakingOver = !this.dispatch('passage-success', { authResult: result, ...context }, true);
      if (this.onSuccess) await this.onSuccess(result, context);
      else if (!isPageTakingOver) this.#redirect(result.redirectUrl);
    } catch (cause) {
      reportError(cause);
      throw cause;
    }
  }

  /** @param {string} redirectUrl */
  #redirect(redirectUrl) {
    const address = webAddress(redirectUrl);
    if (!address) throw new TypeError('the redirect URL of the app is not an http address');
    location.href = address;
  }

  /** @param {{type: string, data?: object}} event */
  #tell(event) {
    this.dispatch('passage-event', event, false);
    try {
      this.onEvent?.(event);
    } catch (failure) {
      reportError(failure);
    }
  }
}

/** The base class asks for the container before there are private members, so this is none. @param {AuthElement} element */
function formsOf(element) {
  return /** @type {typeof AuthElement} */ (element.constructor).forms;
}

/** @param {string | null | undefined} address */
function webAddressOf(address) {
  return address ? webAddress(address) : undefined;
}

mirror(AuthElement, MIRRORED);
