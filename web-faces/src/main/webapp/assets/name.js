/** Most characters of a name, counted as code points. */
export const MAX_LENGTH = 100;

/**
 * The name as it is stored: without white space at its ends.
 * @param {string} typed
 */
export const normalize = (typed) => typed.trim();

/**
 * What is wrong with a name: the rules that the server applies too.
 * @param {string} typed
 * @returns {'blank' | 'tooLong' | 'controlCharacter' | 'malformed' | undefined} nothing when it may be stored
 */
export function problemOf(typed) {
  const name = normalize(typed);
  if (name === '') return 'blank';
  if ([...name].length > MAX_LENGTH) return 'tooLong';
  if (/\p{Cc}/u.test(name)) return 'controlCharacter';
  if (/\p{Cs}/u.test(name)) return 'malformed';
  return undefined;
}
