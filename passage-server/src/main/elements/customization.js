/** Names in the app's settings, as CSS names without prefix; the rest of the name says what kind of value it is. */
const HOVER = /^(primary|secondary)-button-hover-color$/;
const LENGTH = /-(max-width|border-radius|border-width)$/;
const FONT = /-font-family$/;

/**
 * Turns the app's `element_customization` into `--passage-X-default` variables, light and dark. Values are set one by one
 * through the object model: none can break out of its declaration.
 * @param {CSSStyleSheet} sheet
 * @param {{element_customization?: object, element_customization_dark?: object}} app
 */
export function customize(sheet, app) {
  sheet.replaceSync('.light-theme {} .dark-theme {}');
  const [light, dark] = /** @type {CSSStyleRule[]} */ (Array.from(sheet.cssRules));
  setVariables(light.style, app.element_customization ?? {});
  setVariables(dark.style, app.element_customization_dark ?? {});
}

/**
 * @param {CSSStyleDeclaration} style
 * @param {object} settings
 */
function setVariables(style, settings) {
  for (const [key, value] of Object.entries(settings)) {
    if (value === '' || value == null) continue;
    const name = key.replace(/^passage_/, '').replaceAll('_', '-').replace(HOVER, '$1-button-background-hover-color');
    style.setProperty(`--passage-${name}-default`, cssValue(name, value));
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function cssValue(name, value) {
  if (LENGTH.test(name) && /^\d+$/.test(String(value))) return `${value}px`;
  if (FONT.test(name)) return `${JSON.stringify(String(value))}, system-ui, sans-serif`;
  return String(value);
}
