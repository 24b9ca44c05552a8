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

const PASSKEYS = 'psg_cred_obj';

/** What the browser remembers between visits, under the published keys. */
export const memory = {
  /** @param {string} identifier */
  rememberLogin: (identifier) => local.set('psg_last_login', identifier),

  /**
   * @param {string} userId
   * @param {string} credentialId
   */
  rememberPasskey(userId, credentialId) {
    local.set(PASSKEYS, JSON.stringify({ ...knownPasskeys(), [userId]: credentialId }));
  },

  /** @param {string} userId */
  knowsPasskey: (userId) => Object.hasOwn(knownPasskeys(), userId),

  /** @param {string} credentialId */
  forgetPasskey(credentialId) {
    const others = Object.entries(knownPasskeys()).filter(([, known]) => known !== credentialId);
    local.set(PASSKEYS, JSON.stringify(Object.fromEntries(others)));
  },
};

/** @returns {Record<string, unknown>} credential id by user id */
function knownPasskeys() {
  const known = attempt(() => JSON.parse(local.get(PASSKEYS) ?? '{}'));
  return known !== null && typeof known === 'object' ? known : {};
}

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
