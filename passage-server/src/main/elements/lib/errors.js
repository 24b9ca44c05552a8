/**
 * Everything that can go wrong, by the step that raises it. The list is closed: each code has a text in every language
 * (`error.<code>`), and that text says what happened and what to do next.
 */
export const Code = Object.freeze({
  // start-up
  missingAppId: 'missing-app-id',
  invalidAppId: 'invalid-app-id',
  wrongOrigin: 'wrong-origin',
  insecureContext: 'insecure-context',
  passkeysUnsupported: 'passkeys-unsupported',
  passkeysDisabled: 'passkeys-disabled',
  signupClosed: 'signup-closed',

  // any request
  network: 'network',
  serverFailed: 'server-failed',
  tooManyRequests: 'too-many-requests',

  // identifier
  identifierMissing: 'identifier-missing',
  identifierInvalid: 'identifier-invalid',
  notRecognized: 'not-recognized',
  alreadyExists: 'already-exists',
  inactive: 'inactive',
  noPasskey: 'no-passkey',

  // ceremony, in the browser
  ceremonyAborted: 'ceremony-aborted',
  createCancelled: 'create-cancelled',
  getCancelled: 'get-cancelled',
  passkeyExists: 'passkey-exists',
  wrongSite: 'wrong-site',
  authenticatorUnsuitable: 'authenticator-unsuitable',

  // ceremony, at the server
  createRefused: 'create-refused',
  getRefused: 'get-refused',

  // code or link by message
  messageRefused: 'message-refused',
  codeIncomplete: 'code-incomplete',
  codeWrong: 'code-wrong',
  codeExpired: 'code-expired',
  codeAttempts: 'code-attempts',
  linkInvalid: 'link-invalid',
  linkFailed: 'link-failed',

  // profile
  loginRequired: 'login-required',
  identifierTaken: 'identifier-taken',
  identifierNeeded: 'identifier-needed',
  phoneRefused: 'phone-refused',
  fieldsRefused: 'fields-refused',
  nameInvalid: 'name-invalid',
  lastPasskey: 'last-passkey',
  passkeyGone: 'passkey-gone',

  // hand-over to the page
  pageFailed: 'page-failed',
  unexpected: 'unexpected',
});

/**
 * A failure that a person can be told about. `statusCode` and `statusText` are those of the HTTP answer, 0 and empty when
 * there was none.
 */
export class PassageError extends Error {
  /**
   * @param {string} code one of {@link Code}
   * @param {{message?: string, statusCode?: number, statusText?: string, serverCode?: string, args?: string[], cause?: unknown}} [details]
   */
  constructor(code, { message = code, statusCode = 0, statusText = '', serverCode = '', args = [], cause } = {}) {
    super(message, { cause });
    this.name = 'PassageError';
    this.code = code;
    this.statusCode = statusCode;
    this.statusText = statusText;
    this.serverCode = serverCode;
    this.args = args;
  }
}

/**
 * Makes a PassageError of whatever was thrown; what is one already passes through.
 * @param {unknown} thrown
 * @param {string} [code] what to call an unknown failure
 * @returns {PassageError}
 */
export function asPassageError(thrown, code = Code.unexpected) {
  return thrown instanceof PassageError ? thrown : new PassageError(code, { cause: thrown });
}

/**
 * Names an error answer of the Auth API that means the same at every step; other answers are the step's to judge.
 * @param {number} statusCode
 * @param {string} serverCode
 * @returns {string}
 */
export function codeOfAnswer(statusCode, serverCode) {
  if (statusCode >= 500) return Code.serverFailed;
  if (statusCode === 429) return Code.tooManyRequests;
  if (serverCode === 'app_not_found') return Code.invalidAppId;
  if (serverCode === 'user_not_active') return Code.inactive;
  return Code.unexpected;
}

/** @type {Record<string, string>} */
const BROWSER_FAILURES = {
  AbortError: Code.ceremonyAborted,
  InvalidStateError: Code.passkeyExists,
  SecurityError: Code.wrongSite,
  NotSupportedError: Code.authenticatorUnsuitable,
  ConstraintError: Code.authenticatorUnsuitable,
};

/**
 * Names what `navigator.credentials` threw. The browser says NotAllowedError for a cancelled prompt, an expired one and a
 * missing passkey alike.
 * @param {unknown} thrown
 * @param {'create' | 'get'} ceremony
 * @returns {PassageError}
 */
export function ofBrowser(thrown, ceremony) {
  if (thrown instanceof PassageError) return thrown;
  const name = /** @type {{name?: string} | undefined} */ (thrown)?.name ?? '';
  const cancelled = ceremony === 'create' ? Code.createCancelled : Code.getCancelled;
  const code = name === 'NotAllowedError' ? cancelled : BROWSER_FAILURES[name];
  return asPassageError(thrown, code);
}

/**
 * Gives a refusal its meaning at one step: an answer that {@link codeOfAnswer} could not name becomes `code`.
 * @param {unknown} thrown
 * @param {string} code
 * @returns {PassageError}
 */
export function refusedAs(thrown, code) {
  const error = asPassageError(thrown);
  const isUnnamedRefusal = error.code === Code.unexpected && error.statusCode >= 400;
  if (!isUnnamedRefusal) return error;
  const { message, statusCode, statusText, serverCode } = error;
  return new PassageError(code, { message, statusCode, statusText, serverCode, cause: error });
}
