import { isNumber, readNumber } from '../lib/identifier.js';
import { h } from './dom.js';

/**
 * @typedef {{id: string, field_name: string, friendly_name: string, type: string, registration?: boolean, profile?: boolean}} SchemaField
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {HTMLElement} root
 * @property {HTMLInputElement} input
 * @property {() => unknown} value null when it is empty
 * @property {(problem: string) => void} complain empty takes the complaint back
 */

/** How each type is typed. @type {Record<string, Record<string, string>>} */
const TYPES = {
  string: { type: 'text' },
  boolean: { type: 'checkbox' },
  integer: { type: 'text', inputmode: 'numeric' },
  date: { type: 'date' },
  phone: { type: 'tel', inputmode: 'tel' },
  email: { type: 'email', inputmode: 'email' },
};

/**
 * The app's fields of one place, in the order of its layout: row by row.
 * @param {any} app
 * @param {'registration' | 'profile'} place
 * @returns {SchemaField[]}
 */
export function fieldsOf(app, place) {
  const layout = new Map((app?.layouts?.[place] ?? []).map((/** @type {any} */ cell) => [cell.id, cell.y * 6 + cell.x]));
  const shown = (app?.user_metadata_schema ?? []).filter((/** @type {SchemaField} */ field) => field[place]);
  const position = (/** @type {SchemaField} */ { id }) => layout.get(id) ?? Infinity;
  return [...shown].sort((a, b) => (position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : 0));
}

/**
 * A labelled input with its own message.
 * @param {{name: string, label: string, type: string, testId: string, prefix: string, autocomplete?: string}} description
 * @returns {Field}
 */
export function field({ name, label, type, testId, prefix, autocomplete = 'off' }) {
  const id = `${prefix}-${name}`;
  const isCheck = type === 'boolean';
  const input = h('input', {
    id,
    class: isCheck ? 'psg-check' : 'psg-input',
    part: 'input',
    'data-testid': testId,
    'aria-describedby': `${id}-error`,
    autocomplete,
    ...(TYPES[type] ?? TYPES.string),
  });
  const error = h('p', { id: `${id}-error`, class: 'psg-error', role: 'alert' });
  const text = h('label', { for: id, class: 'psg-label' }, label);
  const root = h('div', { class: isCheck ? 'psg-field psg-field-check' : 'psg-field' }, text, input, error);
  return {
    name,
    root,
    input,
    value: () => valueOf(input, type),
    complain(problem) {
      error.textContent = problem;
      input.setAttribute('aria-invalid', String(problem !== ''));
    },
  };
}

/**
 * Writes phone numbers out before they are checked, so that whoever typed them sees what they were taken for.
 * @param {{input: {type: string, value: string}}[]} fields
 * @param {(national: string) => Promise<string>} international completes digits without a country
 */
export async function completeNumbers(fields, international) {
  for (const { input } of fields) {
    if (input.type !== 'tel') continue;
    const number = await readNumber(input.value, international);
    if (isNumber(number)) input.value = number;
  }
}

/**
 * What is wrong with what was typed, as a key of a text.
 * @param {Field} field
 * @param {string} type
 * @param {boolean} isRequired
 * @returns {string} empty when it is fine
 */
export function problemOf({ input, value }, type, isRequired) {
  if (input.validity.badInput) return 'invalid-date';
  if (type === 'boolean') return '';
  const given = value();
  if (given === null) return isRequired ? 'required' : '';
  if (type === 'integer' && !Number.isSafeInteger(given)) return 'no-decimals';
  if (type === 'email' && input.validity.typeMismatch) return 'invalid-email';
  return type === 'phone' && !isNumber(String(given)) ? 'invalid-phone' : '';
}

/**
 * @param {HTMLInputElement} input
 * @param {string} type
 * @returns {unknown}
 */
function valueOf(input, type) {
  if (type === 'boolean') return input.checked;
  const text = input.value.trim();
  if (!text) return null;
  return type === 'integer' ? Number(text) : text;
}
