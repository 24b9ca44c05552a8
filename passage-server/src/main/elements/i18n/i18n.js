import en from './en.js';

/**
 * Languages other than English are loaded when a page wants them.
 * @type {Record<string, () => Promise<{default: Record<string, string>}>>}
 */
const LANGUAGES = {
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  zh: () => import('./zh.js'),
};

/**
 * @typedef {(key: string, ...args: string[]) => string} Translate
 * @typedef {{language: string, direction: 'ltr' | 'rtl', translate: Translate}} Texts
 */

/** @type {Texts} */
export const english = { language: 'en', direction: 'ltr', translate: translator(en) };

/**
 * Texts in the language asked for, in English where there is none.
 * @param {string} locale such as `de-AT`; only its language part counts
 * @returns {Promise<Texts>}
 */
export async function textsFor(locale) {
  const language = locale.toLowerCase().split('-')[0];
  const load = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (!load) return english;
  try {
    return { language, direction: 'ltr', translate: translator((await load()).default) };
  } catch {
    return english;
  }
}

/**
 * @param {Record<string, string>} texts
 * @returns {Translate} fills `{0}`, `{1}` … with the arguments
 */
function translator(texts) {
  return (key, ...args) => (texts[key] ?? '').replace(/\{(\d)\}/g, (_, index) => args[index] ?? '');
}
