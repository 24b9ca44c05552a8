/**
 * @typedef {{id: string, cred_id: string, friendly_name: string, created_at: string, last_login_at: string,
 *   usage_count: number, icons?: {light: string | null, dark: string | null}, unconfirmed?: boolean}} Device
 * @typedef {{id: string, email: string, email_verified: boolean, phone: string, phone_verified: boolean,
 *   user_metadata: Record<string, unknown> | null, webauthn_devices: Device[],
 *   social_connections: Record<string, {provider_identifier?: string}>}} CurrentUser
 * @typedef {import('./api.js').Handshake} Handshake
 */

/**
 * The part of the Auth API that needs a signed-in user. Every call rejects with a PassageError.
 */
export class CurrentUserApi {
  #http;
  #token;

  /**
   * @param {import('./http.js').Http} http
   * @param {() => string | Promise<string>} token asked for before each call
   */
  constructor(http, token) {
    this.#http = http;
    this.#token = token;
  }

  /** @returns {Promise<CurrentUser>} */
  async get() {
    return (await this.#http.get('/currentuser', await this.#token())).user;
  }

  /** @returns {Promise<Device[]>} the passkeys */
  async devices() {
    return (await this.#http.get('/currentuser/devices', await this.#token())).devices;
  }

  /**
   * @param {string} attachment `platform`, `cross-platform` or `any`
   * @returns {Promise<{handshake: Handshake, user: {id: string}}>}
   */
  async startDevice(attachment) {
    return this.#http.post('/currentuser/devices/start', { authenticator_attachment: attachment }, await this.#token());
  }

  /**
   * @param {object} finish body of the call
   * @returns {Promise<Device>}
   */
  async finishDevice(finish) {
    return (await this.#http.post('/currentuser/devices/finish', finish, await this.#token())).device;
  }

  /**
   * @param {string} id
   * @param {string} name
   * @returns {Promise<Device>}
   */
  async renameDevice(id, name) {
    return (await this.#http.patch(device(id), { friendly_name: name }, await this.#token())).device;
  }

  /** @param {string} id */
  async removeDevice(id) {
    await this.#http.delete(device(id), await this.#token());
  }

  /** Keeps the passkeys that were there before the address was verified. */
  async confirmDevices() {
    await this.#http.post('/currentuser/devices/confirm', {}, await this.#token());
  }

  /**
   * @param {Record<string, unknown>} metadata only the values that change
   * @returns {Promise<CurrentUser>}
   */
  async updateMetadata(metadata) {
    return (await this.#http.patch('/currentuser/user-metadata', { user_metadata: metadata }, await this.#token())).user;
  }

  /**
   * The link opens the app's login page: an element there can activate it.
   * @param {string} address empty removes it
   * @param {string} language of the message, two letters
   * @returns {Promise<string>} id of the link that was sent; empty when the change holds at once
   */
  async changeEmail(address, language) {
    const body = { new_email: address, language };
    return (await this.#http.patch('/currentuser/email', body, await this.#token())).magic_link?.id ?? '';
  }

  /**
   * @param {string} number empty removes it
   * @param {string} language of the message, two letters
   * @returns {Promise<string>} as {@link changeEmail}
   */
  async changePhone(number, language) {
    const body = { new_phone: number, language };
    return (await this.#http.patch('/currentuser/phone', body, await this.#token())).magic_link?.id ?? '';
  }

  /** @param {string} type `apple`, `github` or `google` */
  async removeSocialConnection(type) {
    await this.#http.delete(`/currentuser/social-connections/${encodeURIComponent(type)}`, await this.#token());
  }
}

/** @param {string} id */
function device(id) {
  return `/currentuser/devices/${encodeURIComponent(id)}`;
}
