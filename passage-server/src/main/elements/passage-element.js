import { customize } from './customization.js';
import { english, textsFor } from './i18n/i18n.js';
import { Code, PassageError } from './lib/errors.js';
import { internationalNumber } from './lib/phone.js';
import { signal } from './lib/signal.js';
import { memory } from './lib/storage.js';
import { passkeySupport } from './lib/support.js';
import { dress, dressSurroundings } from './style.js';
import { h } from './view/dom.js';

const DEFAULT_AUTH_URL = new URL('auth/v1', import.meta.url).href;

const PHONE_LIBRARY = new URL('vendor/intl-tel-input/js/utils.js', import.meta.url).href;

/** @type {Record<string, string>} */
const MIRRORED = { appId: 'app-id', authUrl: 'auth-url', defaultCountryCode: 'default-country-code', theme: 'theme' };

/** @type {Record<string, string>} */
const DEFAULTS = { authUrl: DEFAULT_AUTH_URL, defaultCountryCode: 'us', theme: 'light' };

/**
 * The state machine behind an element.
 * @typedef {object} Flow
 * @property {any} app the app's public settings, once loaded
 * @property {any} state
 * @property {(change: any) => void} show
 * @property {() => Promise<void>} start
 * @property {() => void} stop
 *
 * @typedef {object} Parts what an element's flow is made of
 * @property {string} authUrl
 * @property {string} appId
 * @property {() => Promise<import('./lib/support.js').Support>} prepare
 * @property {(state: any) => void} render
 */

/**
 * What all elements have in common: one flow, one shadow tree, and the page around them.
 */
export class PassageElement extends HTMLElement {
  /** @type {Record<string, string>} property to attribute */
  static mirrored = MIRRORED;
  static observedAttributes = [...Object.values(MIRRORED), 'lang'];
  /** @type {Record<string, (ui: any, form: any) => import('./view/home.js').View>} by the state's view */
  static views = {};

  #texts = english;
  #customization = new CSSStyleSheet();
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');
  #container;
  #status = h('p', { class: 'psg-status', role: 'status' });
  /** @type {Flow | undefined} */
  #flow;
  /** @type {{key: string, view: import('./view/home.js').View} | undefined} */
  #shown;
  /** @type {any} the settings that the style sheet was made of */
  #customizedFor;
  #isStartDue = false;

  constructor() {
    super();
    /** @type {import('./lib/token-store.js').TokenStore | undefined} */
    this.tokenStore = this.tokenStore ?? undefined;

    const root = this.attachShadow({ mode: 'open' });
    dress(root, this.#customization);
    this.#container = h('div', { id: this.containerId, class: this.containerClass }, this.#status);
    root.append(this.#container);
  }

  /** @protected */
  get containerId() {
    return '';
  }

  /** @protected */
  get containerClass() {
    return '';
  }

  /** @protected */
  get shownView() {
    return this.#shown?.view;
  }

  /**
   * @protected
   * @param {Parts} parts
   * @returns {Flow}
   */
  createFlow(parts) {
    throw new TypeError(`no flow for ${parts.appId}`);
  }

  /** The DOM's own property, except that without an attribute it tells the browser's language. */
  get lang() {
    return (this.getAttribute('lang') || navigator.language || 'en').toLowerCase();
  }

  set lang(value) {
    this.setAttribute('lang', value);
  }

  connectedCallback() {
    const { mirrored } = /** @type {typeof PassageElement} */ (this.constructor);
    this.#keepEarlyProperties(Object.keys(mirrored));
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
    const flow = this.createFlow({
      authUrl: new URL(this.getAttribute('auth-url') || DEFAULT_AUTH_URL, document.baseURI).href,
      appId: this.getAttribute('app-id') ?? '',
      prepare: () => this.#prepare(),
      render: (state) => this.#render(state),
    });
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

  /** What the first view needs beside the app's settings, and what is asked for at the same time: texts and abilities. */
  async #prepare() {
    const [texts, support] = await Promise.all([textsFor(this.lang), passkeySupport()]);
    this.#texts = texts;
    return support;
  }

  /**
   * Nobody sees which country a number is taken to be of until it was sent, so the page has to name it: the default is not guessed with.
   * @protected
   * @param {string} national
   */
  async international(national) {
    const country = this.getAttribute('default-country-code');
    return country ? internationalNumber(national, country, PHONE_LIBRARY) : national;
  }

  /**
   * @protected
   * @param {string} name
   * @param {object} detail
   * @param {boolean} cancelable
   * @returns {boolean} false when a listener prevented the default
   */
  dispatch(name, detail, cancelable) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  #applyTheme = () => {
    const theme = this.getAttribute('theme') ?? 'light';
    const isDark = theme === 'dark' || (theme === 'auto' && this.#darkScheme.matches);
    this.#container.classList.toggle('dark-theme', isDark);
    this.#container.classList.toggle('light-theme', !isDark);
  };

  /** @param {any} state */
  #render(state) {
    const flow = this.#flow;
    if (!flow) return;
    const key = `${this.#views[state.view].name}/${state.form ?? ''}/${this.#texts.language}`;
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
   * @param {any} state
   */
  #replaceView(key, state) {
    const hadFocus = this.matches(':focus-within');
    this.#container.lang = this.#texts.language;
    this.#container.dir = this.#texts.direction;
    const flow = /** @type {Flow} */ (this.#flow);
    const view = this.#views[state.view](this.uiOf(flow), state.form);
    this.#shown?.view.remove?.();
    this.#shown?.view.root.remove();
    this.#container.prepend(view.root);
    this.#shown = { key, view };
    if (!hadFocus) return;
    if (view.focus) view.focus();
    else view.root.querySelector('h2')?.focus();
  }

  get #views() {
    return /** @type {typeof PassageElement} */ (this.constructor).views;
  }

  /**
   * What views get to know of the element.
   * @protected
   * @param {any} flow
   */
  uiOf(flow) {
    return {
      translate: this.#texts.translate,
      language: this.#texts.language,
      flow,
      host: /** @type {HTMLElement} */ (this),
      expose: (/** @type {HTMLElement} */ part) => {
        dressSurroundings(this.getRootNode());
        part.lang = this.#texts.language;
        part.dir = this.#texts.direction;
        this.append(part);
      },
    };
  }

  /** @param {any} state */
  #statusText({ view, waiting }) {
    const { translate } = this.#texts;
    if (view === 'loading') return translate('loading');
    if (waiting === 'request') return translate('please-wait');
    return '';
  }
}

/**
 * For a passkey that the server takes no longer: this page forgets it, and the browser hears of it.
 * @param {string} credentialId
 */
export async function discardPasskey(credentialId) {
  memory.forgetPasskey(credentialId);
  await signal.unknown(location.hostname, credentialId);
}

/**
 * Defines properties that mirror attributes.
 * @param {typeof PassageElement} element
 * @param {Record<string, string>} names property to attribute
 */
export function mirror(element, names) {
  for (const [property, attribute] of Object.entries(names)) {
    Object.defineProperty(element.prototype, property, {
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
}

mirror(PassageElement, MIRRORED);
