import { customize } from './customization.js';
import { AuthFlow } from './flow/auth-flow.js';
import { english, textsFor } from './i18n/i18n.js';
import { AuthApi } from './lib/api.js';
import { Ceremony } from './lib/ceremony.js';
import { Code, PassageError } from './lib/errors.js';
import { memory } from './lib/storage.js';
import { passkeySupport } from './lib/support.js';
import { defaultTokenStore } from './lib/token-store.js';
import { webAddress } from './lib/urls.js';
import { dress, dressSurroundings } from './style.js';
import { h } from './view/dom.js';
import { homeView } from './view/home.js';
import { blockedView, doneView, noPasskeyView } from './view/notice.js';
import { createPasskeyView, usePasskeyView } from './view/passkey.js';

const DEFAULT_AUTH_URL = new URL('auth/v1', import.meta.url).href;

/** Properties that mirror an attribute, and the attribute. */
const MIRRORED = {
  appId: 'app-id',
  authUrl: 'auth-url',
  defaultCountryCode: 'default-country-code',
  identifier: 'identifier',
  loginUrl: 'login-url',
  registerUrl: 'register-url',
  theme: 'theme',
};

/** @type {Record<string, string>} */
const DEFAULTS = { authUrl: DEFAULT_AUTH_URL, defaultCountryCode: 'us', theme: 'light' };

/** @type {Record<string, (ui: import('./view/home.js').Ui, form: 'login' | 'register') => import('./view/home.js').View>} */
const VIEWS = {
  loading: homeView,
  home: homeView,
  blocked: blockedView,
  'create-passkey': createPasskeyView,
  'use-passkey': usePasskeyView,
  'no-passkey': noPasskeyView,
  done: doneView,
};

/**
 * @typedef {(identifier: string, context: {authType: 'login' | 'register', userMetadata?: object}) => unknown} BeforeAuth
 * @typedef {(result: import('./lib/api.js').AuthResult, context: import('./flow/auth-flow.js').SuccessContext) => unknown} OnSuccess
 * @typedef {(event: {type: string, data?: object}) => unknown} OnEvent
 */

/**
 * What `<passage-auth>`, `<passage-login>` and `<passage-register>` have in common: it connects one flow to one shadow
 * tree and to the page. Callbacks may be set before the element is defined, and may be asynchronous.
 */
export class PassageElement extends HTMLElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login', 'register'];
  static observedAttributes = [...Object.values(MIRRORED), 'lang'];

  #texts = english;
  #customization = new CSSStyleSheet();
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');
  #container;
  #status = h('p', { class: 'psg-status', role: 'status' });
  /** @type {AuthFlow | undefined} */
  #flow;
  /** @type {{key: string, view: import('./view/home.js').View} | undefined} */
  #shown;
  /** @type {any} the settings that the style sheet was made of */
  #customizedFor;
  #isStartDue = false;

  constructor() {
    super();
    // Fields would wipe out what a page has set before the element was defined; these assignments keep it.
    /** @type {BeforeAuth | undefined} */
    this.beforeAuth = this.beforeAuth ?? undefined;
    /** @type {OnSuccess | undefined} */
    this.onSuccess = this.onSuccess ?? undefined;
    /** @type {OnEvent | undefined} */
    this.onEvent = this.onEvent ?? undefined;
    /** @type {import('./lib/token-store.js').TokenStore | undefined} */
    this.tokenStore = this.tokenStore ?? undefined;

    const root = this.attachShadow({ mode: 'open' });
    dress(root, this.#customization);
    this.#container = h('div', { id: 'passage-auth-container', class: this.#containerClass() }, this.#status);
    root.append(this.#container);
  }

  /** The DOM's own property, except that without an attribute it tells the browser's language. */
  get lang() {
    return (this.getAttribute('lang') || navigator.language || 'en').toLowerCase();
  }

  set lang(value) {
    this.setAttribute('lang', value);
  }

  connectedCallback() {
    this.#keepEarlyProperties(Object.keys(MIRRORED));
    this.#darkScheme.addEventListener('change', this.#applyTheme);
    addEventListener('pageshow', this.#restartAfterReturn);
    this.#applyTheme();
    this.#startSoon();
  }

  disconnectedCallback() {
    this.#darkScheme.removeEventListener('change', this.#applyTheme);
    removeEventListener('pageshow', this.#restartAfterReturn);
    this.#stop();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === 'theme') this.#applyTheme();
    else if (name === 'identifier') this.#shown?.view.prefill?.(now ?? '');
    else if (['app-id', 'auth-url', 'lang'].includes(name)) this.#startSoon();
  }

  /**
   * A property that was set before the element was defined hides its accessor: it is put aside and set again.
   * @param {string[]} names
   */
  #keepEarlyProperties(names) {
    const self = /** @type {any} */ (this);
    for (const name of names) {
      if (!Object.hasOwn(this, name)) continue;
      const value = self[name];
      delete self[name];
      self[name] = value;
    }
  }

  /** Starts once, however many attributes change in one go. */
  #startSoon() {
    if (this.#isStartDue) return;
    this.#isStartDue = true;
    queueMicrotask(() => {
      this.#isStartDue = false;
      if (this.isConnected) this.#start();
    });
  }

  /** A page that the browser kept, and shows again after "back", would still say "you are signed in". */
  #restartAfterReturn = (/** @type {PageTransitionEvent} */ { persisted }) => {
    if (persisted) this.#startSoon();
  };

  async #start() {
    this.#stop();
    const flow = this.#newFlow();
    this.#flow = flow;
    this.#render(flow.state);
    if (!this.getAttribute('app-id')) {
      await this.#prepare();
      flow.show({ view: 'blocked', error: new PassageError(Code.missingAppId) });
      return;
    }
    await flow.start();
  }

  #stop() {
    this.#flow?.stop();
    this.#flow = undefined;
    this.#shown?.view.remove?.();
    this.#shown?.view.root.remove();
    this.#shown = undefined;
  }

  #newFlow() {
    const api = new AuthApi(this.#authUrl(), this.getAttribute('app-id') ?? '');
    return new AuthFlow({
      forms: this.#forms,
      api,
      ceremony: new Ceremony(),
      support: () => this.#prepare(),
      page: this.#page(),
      render: (state) => this.#render(state),
    });
  }

  /** What the first view needs beside the app's settings, and what is asked for at the same time: texts and abilities. */
  async #prepare() {
    const [texts, support] = await Promise.all([textsFor(this.lang), passkeySupport()]);
    this.#texts = texts;
    return support;
  }

  get #forms() {
    return /** @type {typeof PassageElement} */ (this.constructor).forms;
  }

  #containerClass() {
    const [only, ...others] = this.#forms;
    return others.length ? 'passage-auth' : `passage-auth passage-${only}`;
  }

  #authUrl() {
    return new URL(this.getAttribute('auth-url') || DEFAULT_AUTH_URL, document.baseURI).href;
  }

  /** @returns {import('./flow/auth-flow.js').Page} */
  #page() {
    return {
      origin: location.origin,
      beforeAuth: (identifier, context) => this.#askPage(identifier, context),
      succeed: (result, context) => this.#succeed(result, context),
      event: (type, data) => this.#tell(data ? { type, data } : { type }),
      ...memory,
    };
  }

  /**
   * @param {string} identifier
   * @param {{authType: 'login' | 'register'}} context
   * @returns {Promise<boolean>} whether to go on
   */
  async #askPage(identifier, context) {
    if (!this.#dispatch('passage-before-auth', { identifier, ...context }, true)) return false;
    if (!this.beforeAuth) return true;
    try {
      return Boolean(await this.beforeAuth(identifier, context));
    } catch (cause) {
      reportError(cause);
      throw new PassageError(Code.pageFailed, { cause });
    }
  }

  /**
   * @param {import('./lib/api.js').AuthResult} result
   * @param {object} context
   */
  async #succeed(result, context) {
    try {
      await (this.tokenStore ?? defaultTokenStore).setTokens(result);
      const isPageTakingOver = !this.#dispatch('passage-success', { authResult: result, ...context }, true);
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
    this.#dispatch('passage-event', event, false);
    try {
      this.onEvent?.(event);
    } catch (failure) {
      reportError(failure);
    }
  }

  /**
   * @param {string} name
   * @param {object} detail
   * @param {boolean} cancelable
   * @returns {boolean} false when a listener prevented the default
   */
  #dispatch(name, detail, cancelable) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  #applyTheme = () => {
    const theme = this.getAttribute('theme') ?? 'light';
    const isDark = theme === 'dark' || (theme === 'auto' && this.#darkScheme.matches);
    this.#container.classList.toggle('dark-theme', isDark);
    this.#container.classList.toggle('light-theme', !isDark);
  };

  /** @param {import('./flow/auth-flow.js').State} state */
  #render(state) {
    const flow = this.#flow;
    if (!flow) return;
    const key = `${VIEWS[state.view].name}/${state.form}/${this.#texts.language}`;
    this.#customize(flow.app);
    if (this.#shown?.key !== key) this.#replaceView(key, state);
    this.#container.setAttribute('aria-busy', String(state.view === 'loading'));
    this.#shown?.view.update(state);
    this.#status.textContent = this.#statusText(state);
  }

  /** @param {any} app */
  #customize(app) {
    if (!app || app === this.#customizedFor) return;
    this.#customizedFor = app;
    customize(this.#customization, app);
  }

  /**
   * @param {string} key
   * @param {import('./flow/auth-flow.js').State} state
   */
  #replaceView(key, state) {
    const hadFocus = this.matches(':focus-within');
    this.#container.lang = this.#texts.language;
    this.#container.dir = this.#texts.direction;
    const view = VIEWS[state.view](this.#ui(state), state.form);
    this.#shown?.view.remove?.();
    this.#shown?.view.root.remove();
    this.#container.prepend(view.root);
    this.#shown = { key, view };
    if (hadFocus) view.root.querySelector('h2')?.focus();
  }

  /**
   * @param {import('./flow/auth-flow.js').State} state
   * @returns {import('./view/home.js').Ui}
   */
  #ui(state) {
    const flow = /** @type {AuthFlow} */ (this.#flow);
    const initial = state.form === 'login' ? (this.getAttribute('identifier') ?? '') : '';
    return {
      translate: this.#texts.translate,
      flow,
      identifier: state.identifier || initial,
      registerUrl: () => webAddressOf(this.getAttribute('register-url')),
      loginUrl: () => webAddressOf(this.getAttribute('login-url') ?? flow.app?.login_url),
      exposeForm: (form) => {
        dressSurroundings(this.getRootNode());
        this.append(form);
      },
    };
  }

  /** @param {import('./flow/auth-flow.js').State} state */
  #statusText({ view, waiting }) {
    const { translate } = this.#texts;
    if (view === 'loading') return translate('loading');
    if (waiting === 'request') return translate('please-wait');
    return '';
  }
}

/** @param {string | null | undefined} address */
function webAddressOf(address) {
  return address ? webAddress(address) : undefined;
}

for (const [property, attribute] of Object.entries(MIRRORED)) {
  Object.defineProperty(PassageElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute) ?? DEFAULTS[property] ?? '';
    },
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}
