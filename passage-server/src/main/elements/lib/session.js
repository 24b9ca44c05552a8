import { Code, PassageError, asPassageError } from './errors.js';
import { isFresh } from './jwt.js';

/** Queues within one page, for browsers without Web Locks. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * The signed-in user's tokens. One refresh at a time, over all tabs: a refresh token is good for one use, and whoever waited
 * finds the new one in the store.
 */
export class Session {
  #store;
  #refresh;
  #name;

  /**
   * @param {object} with_
   * @param {() => import('./token-store.js').TokenStore} with_.store
   * @param {(refreshToken: string) => Promise<import('./api.js').AuthResult>} with_.refresh
   * @param {string} with_.appId
   */
  constructor({ store, refresh, appId }) {
    this.#store = store;
    this.#refresh = refresh;
    this.#name = `psg-session-${appId}`;
  }

  /**
   * @returns {Promise<string>} an auth token; without a refresh token whatever is stored, for the server to judge
   * @throws {PassageError} when nobody is signed in
   */
  async token() {
    return exclusively(this.#name, async () => {
      const authToken = await this.#store().getAuthToken();
      const refreshToken = await this.#store().getRefreshToken?.();
      if (!refreshToken || isFresh(authToken)) return authToken || missing();
      return this.#renew(refreshToken);
    });
  }

  /** @param {string} refreshToken */
  async #renew(refreshToken) {
    const result = await this.#refresh(refreshToken).catch((refusal) => {
      throw asPassageError(refusal).statusCode === 401 ? new PassageError(Code.loginRequired, { cause: refusal }) : refusal;
    });
    await this.#store().setTokens?.(result);
    return result.authToken || missing();
  }
}

/** @returns {never} */
function missing() {
  throw new PassageError(Code.loginRequired);
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function exclusively(name, work) {
  const locks = globalThis.navigator?.locks;
  if (locks) return /** @type {Promise<any>} */ (locks.request(name, work));
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
