import { local } from './storage.js';

const AUTH_TOKEN = 'psg_auth_token';
const REFRESH_TOKEN = 'psg_refresh_token';

/**
 * Where tokens go. A page may bring its own store, for example one that keeps them out of any script's reach.
 * @typedef {object} TokenStore
 * @property {() => string | undefined | Promise<string | undefined>} getAuthToken
 * @property {() => string | undefined | Promise<string | undefined>} getRefreshToken
 * @property {(tokens: import('./api.js').AuthResult) => unknown} setTokens
 * @property {() => unknown} clearTokens
 */

/**
 * The published default: a session cookie for the app's server, and local storage.
 * @type {TokenStore}
 */
export const defaultTokenStore = {
  getAuthToken: () => local.get(AUTH_TOKEN),

  getRefreshToken: () => local.get(REFRESH_TOKEN),

  setTokens({ authToken, refreshToken }) {
    document.cookie = cookie(authToken);
    local.set(AUTH_TOKEN, authToken);
    if (refreshToken) local.set(REFRESH_TOKEN, refreshToken);
  },

  clearTokens() {
    document.cookie = `${cookie('')}; Max-Age=0`;
    local.remove(AUTH_TOKEN);
    local.remove(REFRESH_TOKEN);
  },
};

/** @param {string} value */
function cookie(value) {
  const plainHttpOnThisMachine = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(location.origin);
  return `${AUTH_TOKEN}=${value}; path=/; SameSite=Lax${plainHttpOnThisMachine ? '' : '; Secure'}`;
}
