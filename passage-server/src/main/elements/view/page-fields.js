/** Inputs of the page that take part in the form: children of the element with `slot="fields"`, or inside of such. */
const INPUTS = 'input[name], select[name], textarea[name]';

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} PageInput
 */

/**
 * @param {HTMLElement} host
 * @returns {PageInput[]} in the order of the page
 */
function inputsOf(host) {
  const inputs = /** @type {PageInput[]} */ ([...host.querySelectorAll(INPUTS)]);
  return inputs.filter((input) => input.closest('[slot="fields"]')?.parentElement === host && !input.disabled);
}

/**
 * Lets the browser say what is wrong, in its own words and at the input.
 * @param {HTMLElement} host
 * @returns {boolean} whether all can be sent
 */
export function arePageFieldsValid(host) {
  return inputsOf(host).every((input) => input.reportValidity());
}

/**
 * @param {HTMLElement} host
 * @returns {Record<string, unknown>} by name: a checkbox is true or false, a number a number, nothing typed is left out
 */
export function pageFieldValues(host) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const input of inputsOf(host)) {
    const { name, type, value } = input;
    if (input instanceof HTMLInputElement && type === 'radio' && !input.checked) continue;
    if (input instanceof HTMLInputElement && type === 'checkbox') values[name] = input.checked;
    else if (value.trim()) values[name] = type === 'number' ? Number(value) : value.trim();
  }
  return values;
}

/**
 * Enter in one of the page's inputs sends the form, as it would within a form.
 * @param {HTMLElement} host
 * @param {() => void} send
 * @returns {() => void} ends it
 */
export function sendOnEnter(host, send) {
  const listen = (/** @type {KeyboardEvent} */ event) => {
    const isOurs = inputsOf(host).includes(/** @type {PageInput} */ (event.target));
    if (event.key !== 'Enter' || event.isComposing || !isOurs || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    send();
  };
  host.addEventListener('keydown', listen);
  return () => host.removeEventListener('keydown', listen);
}
