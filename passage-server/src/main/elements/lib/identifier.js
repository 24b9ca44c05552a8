import { Code, PassageError } from './errors.js';

const EMAIL = /^[^\s@,;<>"()[\]\\]+@[^\s@.,;<>"()[\]\\]+(\.[^\s@.,;<>"()[\]\\]+)+$/;
const EMAIL_MAX_LENGTH = 254;
const PHONE = /^\+[1-9]\d{6,14}$/;

/**
 * Reads what a person typed: trimmed and in lower case; a phone number loses its separators.
 * @param {string} typed
 * @param {'email' | 'phone' | 'both'} allowed
 * @returns {string}
 * @throws {PassageError} when it is empty or cannot be an identifier
 */
export function readIdentifier(typed, allowed) {
  const text = typed.trim().toLowerCase();
  if (!text) throw new PassageError(Code.identifierMissing);
  if (allowed !== 'phone' && isEmail(text)) return text;

  const phone = text.replace(/[\s().\/-]/g, '');
  if (allowed !== 'email' && PHONE.test(phone)) return phone;
  throw new PassageError(Code.identifierInvalid);
}

/** @param {string} text */
function isEmail(text) {
  return text.length <= EMAIL_MAX_LENGTH && EMAIL.test(text);
}
