import { ProfileFlow } from './flow/profile-flow.js';
import { AuthApi } from './lib/api.js';
import { Ceremony } from './lib/ceremony.js';
import { Session } from './lib/session.js';
import { signal } from './lib/signal.js';
import { memory } from './lib/storage.js';
import { defaultTokenStore } from './lib/token-store.js';
import { webAddress } from './lib/urls.js';
import { PassageElement, discardPasskey, mirror } from './passage-element.js';
import { absentView, loadingView, passkeysView, profileView } from './view/profile.js';

/** @type {Record<string, string>} */
const MIRRORED = { loginUrl: 'login-url' };

/**
 * What `<passage-profile>` and `<passage-passkey-table>` have in common: they show somebody who is signed in. Each change is
 * told by a `passage-change` event with `{what}`.
 */
export class ProfileElement extends PassageElement {
  static observedAttributes = [...PassageElement.observedAttributes, ...Object.values(MIRRORED)];
  static mirrored = { ...PassageElement.mirrored, ...MIRRORED };

  /** @type {ProfileFlow | undefined} */
  #current;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#lookAgain);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }

  /** @protected */
  get containerId() {
    return 'passage-profile-container';
  }

  /** @protected */
  get containerClass() {
    return 'passage-profile';
  }

  /**
   * @protected
   * @param {import('./passage-element.js').Parts} parts
   */
  createFlow({ authUrl, appId, prepare, render }) {
    const api = new AuthApi(authUrl, appId);
    const store = () => this.tokenStore ?? defaultTokenStore;
    this.#current = new ProfileFlow({
      api,
      session: new Session({ store, refresh: (token) => api.refresh(token), appId }),
      ceremony: new Ceremony(),
      support: prepare,
      page: {
        origin: location.origin,
        language: () => this.lang.slice(0, 2),
        international: (national) => this.international(national),
        changed: (what) => void this.dispatch('passage-change', { what }, false),
        rememberPasskey: memory.rememberPasskey,
        discardPasskey,
        signal,
      },
      render,
    });
    return this.#current;
  }

  /**
   * @protected
   * @param {ProfileFlow} flow
   */
  uiOf(flow) {
    const address = this.getAttribute('login-url') ?? flow.app?.login_url;
    return { ...super.uiOf(flow), loginUrl: () => (address ? webAddress(address) : undefined) };
  }

  /** The person may come back from the mail with a confirmed address. */
  #lookAgain = () => {
    if (document.visibilityState === 'visible') this.#current?.refresh();
  };
}

mirror(ProfileElement, MIRRORED);

export const PROFILE_VIEWS = { loading: loadingView, blocked: absentView, 'signed-out': absentView, profile: profileView };
export const TABLE_VIEWS = { ...PROFILE_VIEWS, profile: passkeysView };
