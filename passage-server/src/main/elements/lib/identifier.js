import { Code, PassageError } from './errors.js';

const EMAIL = /^[^\s@,;<>"()[\]\\]+@[^\s@.,;<>"()[\]\\]+(\.[^\s@.,;<>"()[\]\\]+)+$/;
const EMAIL_MAX_LENGTH = 254;
const PHONE = /^\+[1-9]\d{6,14}$/;

/**
 * Reads what a person typed: trimmed and in lower case; a phone number loses its separators.
 * @param {string} typed
 * @param {'email' | 'phone' | 'both'} allowed
 * @param {(national: string) => Promise<string>} [international] completes digits without a country; by default nobody does
 * @returns {Promise<string>}
 * @throws {PassageError} when it is empty or cannot be an identifier
 */
export async function readIdentifier(typed, allowed, international = async (digits) => digits) {
  const text = typed.trim().toLowerCase();
  if (!text) throw new PassageError(Code.identifierMissing);
  if (allowed !== 'phone' && isEmail(text)) return text;

  if (allowed !== 'email') {
    const phone = await readNumber(text, international);
    if (isNumber(phone)) return phone;
  }
  throw new PassageError(Code.identifierInvalid);
}

/**
 * Reads a phone number: without separators, and with its country where one is known.
 * @param {string} typed
 * @param {(national: string) => Promise<string>} international as of {@link readIdentifier}
 */
export async function readNumber(typed, international) {
  const digits = typed.replace(/[\s().\/-]/g, '');
  return /^\d+$/.test(digits) ? international(digits) : digits;
}

/** Whether it is a number as E.164 writes it. @param {string} text */
export function isNumber(text) {
  return PHONE.test(text);
}

/** @param {string} text */
function isEmail(text) {
  return text.length <= EMAIL_MAX_LENGTH && EMAIL.test(text);
}
