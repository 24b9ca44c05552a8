import { Http } from './http.js';

/**
 * @typedef {{id: string, email: string, status: string, webauthn: boolean, webauthn_types: string[]}} User
 * @typedef {{id: string, challenge: {publicKey: any}}} Handshake
 * @typedef {{authToken: string, redirectUrl: string, refreshToken?: string, refreshTokenExpiration?: number}} AuthResult
 */

/**
 * The part of the Auth API that the Elements call; one instance for one app. Every call rejects with a PassageError.
 */
export class AuthApi {
  #http;

  /**
   * @param {string} authUrl base of the Auth API
   * @param {string} appId
   */
  constructor(authUrl, appId) {
    this.#http = new Http(`${authUrl.replace(/\/+$/, '')}/apps/${encodeURIComponent(appId)}`);
  }

  /** Ends every request under way and every later one. */
  close() {
    this.#http.close();
  }

  /** @returns {Promise<any>} the app's public settings */
  async app() {
    return (await this.#http.get('')).app;
  }

  /**
   * @param {string} identifier
   * @returns {Promise<User | null>} null when nobody has this identifier
   */
  async findUser(identifier) {
    return (await this.#http.get(`/users?identifier=${encodeURIComponent(identifier)}`)).user;
  }

  /**
   * Creates a pending user, or answers with the one that is pending already.
   * @param {string} identifier
   * @returns {Promise<User>}
   */
  async createUser(identifier) {
    return (await this.#http.post('/users', { identifier })).user;
  }

  /**
   * @param {string} identifier
   * @param {string} attachment `platform`, `cross-platform` or `any`
   * @returns {Promise<{handshake: Handshake, user: User}>}
   */
  startRegistration(identifier, attachment) {
    return this.#http.post('/register/webauthn/start', { identifier, authenticator_attachment: attachment });
  }

  /**
   * @param {object} finish body of the call
   * @returns {Promise<AuthResult>}
   */
  async finishRegistration(finish) {
    return authResultOf(await this.#http.post('/register/webauthn/finish', finish));
  }

  /**
   * @param {string} [identifier] absent: any passkey of this site will do
   * @returns {Promise<{handshake: Handshake, user?: User}>}
   */
  startLogin(identifier) {
    return this.#http.post('/login/webauthn/start', identifier ? { identifier } : {});
  }

  /**
   * @param {object} finish body of the call
   * @returns {Promise<AuthResult>}
   */
  async finishLogin(finish) {
    return authResultOf(await this.#http.post('/login/webauthn/finish', finish));
  }

  /**
   * @param {string} token
   * @returns {Promise<{email?: string, phone?: string}>} the user whose token it is
   */
  async currentUser(token) {
    return (await this.#http.get('/currentuser', token)).user;
  }
}

/**
 * @param {{auth_result?: any}} body
 * @returns {AuthResult}
 */
function authResultOf({ auth_result: wire = {} }) {
  /** @type {AuthResult} */
  const result = { authToken: wire.auth_token ?? '', redirectUrl: wire.redirect_url ?? '' };
  if (wire.refresh_token) result.refreshToken = wire.refresh_token;
  if (wire.refresh_token_expiration) result.refreshTokenExpiration = wire.refresh_token_expiration;
  return result;
}
