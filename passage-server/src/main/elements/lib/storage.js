/**
 * Local storage that may be full, forbidden or absent: then nothing is remembered, and nothing fails.
 */
export const local = {
  /**
   * @param {string} key
   * @returns {string | undefined}
   */
  get: (key) => attempt(() => localStorage.getItem(key)) ?? undefined,

  /**
   * @param {string} key
   * @param {string} value
   */
  set: (key, value) => attempt(() => localStorage.setItem(key, value)),

  /** @param {string} key */
  remove: (key) => attempt(() => localStorage.removeItem(key)),
};

/** What the browser remembers between visits, under the published keys. */
export const memory = {
  /** @param {string} identifier */
  rememberLogin: (identifier) => local.set('psg_last_login', identifier),

  /**
   * @param {string} userId
   * @param {string} credentialId
   */
  rememberPasskey(userId, credentialId) {
    const known = attempt(() => JSON.parse(local.get('psg_cred_obj') ?? '{}')) ?? {};
    local.set('psg_cred_obj', JSON.stringify({ ...known, [userId]: credentialId }));
  },
};

/**
 * @template T
 * @param {() => T} action
 * @returns {T | undefined}
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
