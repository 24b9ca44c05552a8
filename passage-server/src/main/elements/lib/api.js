import { CurrentUserApi } from './current-user-api.js';
import { Http } from './http.js';

/**
 * @typedef {{id: string, email: string, email_verified: boolean, phone_verified: boolean, status: string, webauthn: boolean,
 *   webauthn_types: string[]}} User
 * @typedef {{id: string, challenge: {publicKey: any}}} Handshake
 * @typedef {{authToken: string, redirectUrl: string, refreshToken?: string, refreshTokenExpiration?: number,
 *   unconfirmedPasskeys?: number}} AuthResult
 * @typedef {'login' | 'register'} FormName
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
   * @param {Record<string, unknown>} [metadata] values of the app's fields
   * @returns {Promise<User>}
   */
  async createUser(identifier, metadata) {
    return (await this.#http.post('/users', { identifier, user_metadata: metadata })).user;
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
   * Sends a one-time code.
   * @param {FormName} to what the person is about to do
   * @param {string} identifier
   * @param {string} language of the message, two letters
   * @returns {Promise<string>} id that belongs to the code
   */
  async sendCode(to, identifier, language) {
    return (await this.#http.post(`/${to}/otp`, { identifier, language })).otp_id;
  }

  /**
   * @param {string} otpId
   * @param {string} code six digits
   * @returns {Promise<AuthResult>}
   */
  async activateCode(otpId, code) {
    return authResultOf(await this.#http.post('/otp/activate', { otp: code, otp_id: otpId }));
  }

  /**
   * Sends a magic link.
   * @param {FormName} to what the person is about to do
   * @param {string} identifier
   * @param {string} language of the message, two letters
   * @param {string} path of the page that the link opens
   * @returns {Promise<string>} id to ask for the link's state with
   */
  async sendLink(to, identifier, language, path) {
    const body = { identifier, language, magic_link_path: path };
    return (await this.#http.post(`/${to}/magic-link`, body)).magic_link.id;
  }

  /**
   * @param {string} id of a link that was sent
   * @returns {Promise<AuthResult>} rejects until the link was opened
   */
  async linkStatus(id) {
    return authResultOf(await this.#http.post('/magic-link/status', { id }));
  }

  /**
   * @param {string} link token of the link that was opened
   * @returns {Promise<AuthResult>}
   */
  async activateLink(link) {
    return authResultOf(await this.#http.patch('/magic-link/activate', { magic_link: link }));
  }

  /**
   * @param {string} refreshToken
   * @returns {Promise<AuthResult>}
   */
  async refresh(refreshToken) {
    return authResultOf(await this.#http.post('/tokens', { refresh_token: refreshToken }));
  }

  /**
   * What a signed-in user may do with the own account.
   * @param {() => string | Promise<string>} token asked for before each call
   */
  ofUser(token) {
    return new CurrentUserApi(this.#http, token);
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
  if (wire.unconfirmed_passkeys) result.unconfirmedPasskeys = wire.unconfirmed_passkeys;
  return result;
}
