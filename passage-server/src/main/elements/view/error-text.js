import { Code } from '../lib/errors.js';

/**
 * Failures that belong to what was typed, and are shown at the input.
 * @type {Set<string>}
 */
const OF_INPUT = new Set([
  Code.identifierMissing,
  Code.identifierInvalid,
  Code.notRecognized,
  Code.alreadyExists,
  Code.inactive,
]);

/** @param {import('../lib/errors.js').PassageError | undefined} error */
export function isOfInput(error) {
  return error !== undefined && OF_INPUT.has(error.code);
}

/**
 * @param {import('../i18n/i18n.js').Translate} translate
 * @param {import('../lib/errors.js').PassageError} error
 * @param {string} [variant] a more exact text, if there is one
 */
export function errorText(translate, error, variant) {
  const key = `error.${error.code}`;
  const exact = variant ? translate(`${key}.${variant}`, ...error.args) : '';
  return exact || translate(key, ...error.args) || translate('error.unexpected');
}
