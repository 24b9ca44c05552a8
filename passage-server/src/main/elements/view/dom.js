const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Attributes named `on…` are listeners; `false` and `undefined` ones are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * @param {string} testId
 * @param {string} text
 * @param {() => void} onclick
 * @param {'primary' | 'secondary' | 'link'} [kind]
 */
export function button(testId, text, onclick, kind = 'primary') {
  const part = { primary: 'button', secondary: 'button-secondary', link: 'link' }[kind];
  return h('button', { type: 'button', class: `psg-${kind}`, part, 'data-testid': testId, onclick }, text);
}

/**
 * @param {string} testId
 * @param {string} text
 * @param {string} href
 */
export function linkButton(testId, text, href) {
  return h('a', { class: 'psg-primary', part: 'button', 'data-testid': testId, href }, text);
}

/**
 * Marks a button busy or blocked. It stays focusable, so that nobody loses their place.
 * @param {HTMLButtonElement} target
 * @param {{busy?: boolean, blocked?: boolean}} state
 */
export function setBusy(target, { busy = false, blocked = busy }) {
  target.toggleAttribute('data-busy', busy);
  target.setAttribute('aria-disabled', String(blocked));
}

/** A passkey: a person and a key. */
export function passkeyIcon() {
  return icon('M10 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM3 20v-1a6 6 0 0 1 9-5.2M20 12.5a2.5 2.5 0 1 0-3.5 2.3V20l1.3 1 1.4-1.4-.9-1.1.9-1.1-.7-1a2.5 2.5 0 0 0 1.5-3.9Z');
}

export function checkIcon() {
  return icon('m5 12.5 4.5 4.5L19 7.5');
}

export function letterIcon() {
  return icon('M3.5 6.5h17v11h-17zM4 7l8 6.2L20 7');
}

export function noticeIcon() {
  return icon('M12 8v5m0 3.2v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z');
}

/** @param {string} path */
function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', class: 'psg-icon', 'aria-hidden': 'true' })) {
    svg.setAttribute(name, value);
  }
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
