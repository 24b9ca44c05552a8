/**
 * The rules of a name, as the server applies them too (`DisplayName` in passage-core); `names.json` among the tests keeps
 * both in step.
 */

/** Most characters of a name, counted as code points. */
export const MAX_LENGTH = 100;

const BLANKS_AT_ENDS = /^[\p{Z}\t-\r\x1c-\x1f]+|[\p{Z}\t-\r\x1c-\x1f]+$/gu;
/** Control characters, line and paragraph separators, and what reorders bidirectional text. */
const CONTROL = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
/** Halves of surrogate pairs, and noncharacters. */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** Neither blank nor format character, nor one of those that are drawn as nothing. */
const VISIBLE = /[^\p{Z}\p{Cf}\t-\r\x1c-\x1f\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/**
 * The name as it is stored: without white space, of any kind, at its ends.
 * @param {string} typed
 */
export const normalize = (typed) => typed.replace(BLANKS_AT_ENDS, '');

/**
 * What is wrong with a name.
 * @param {string} typed
 * @returns {'blank' | 'tooLong' | 'controlCharacter' | 'malformed' | undefined} nothing when it may be stored
 */
export function problemOf(typed) {
  const name = normalize(typed);
  if ([...name].length > MAX_LENGTH) return 'tooLong';
  if (CONTROL.test(name)) return 'controlCharacter';
  if (NO_CHARACTER.test(name)) return 'malformed';
  return VISIBLE.test(name) ? undefined : 'blank';
}
