/**
 * The look. Style sheets are constructed, so that a policy of `style-src 'self'` holds. Each value comes from
 * `--passage-X` (the page), else `--passage-X-default` (the app's settings), else from here.
 */

/**
 * @param {string} name
 * @param {string} fallback
 */
const v = (name, fallback) => `var(--passage-${name}, var(--passage-${name}-default, ${fallback}))`;

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/**
 * @param {'primary' | 'secondary'} kind
 * @param {{surface: string, text: string, border: string, hover: string, active: string, width: string}} fallback
 */
const buttonColours = (kind, { surface, text, border, hover, active, width }) => {
  const x = (/** @type {string} */ suffix, /** @type {string} */ value) => v(`${kind}-button-${suffix}`, value);
  return `
  .psg-${kind} {
    color: ${x('text-color', text)};
    background: ${x('background-color', surface)};
    border: ${x('border-width', width)} solid ${x('border-color', border)};
    border-radius: ${x('border-radius', '8px')};
  }
  .psg-${kind}:hover:not([aria-disabled="true"]) {
    color: ${x('text-hover-color', x('text-color', text))};
    background: ${x('background-hover-color', hover)};
    border-color: ${x('border-hover-color', x('border-color', border))};
  }
  .psg-${kind}:active:not([aria-disabled="true"]) {
    color: ${x('text-active-color', x('text-color', text))};
    background: ${x('background-active-color', active)};
    border-color: ${x('border-active-color', x('border-color', border))};
  }`;
};

/** Rules of the form: they hold in the shadow tree and, for a form in the light DOM, in the tree around the element. */
const FORM = `
  .psg-form {
    display: block;
    margin: 0;
    padding: 0;
    text-align: start;
    font: ${v('body-font-weight', '400')} ${v('body-font-size', '16px')}/1.5 ${v('body-font-family', SANS)};
    color: ${v('body-text-color', 'var(--_text)')};
  }
  .psg-form .psg-label {
    display: block;
    margin: 0 0 6px;
    padding: 0;
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
    color: inherit;
  }
  .psg-form .psg-input {
    display: block;
    box-sizing: border-box;
    width: 100%;
    height: 46px;
    margin: 0;
    padding: 0 12px;
    font: inherit;
    font-size: max(16px, 1em);
    color: ${v('input-text-color', v('body-text-color', 'var(--_text)'))};
    background: ${v('input-box-background-color', 'var(--_field)')};
    border: 1px solid ${v('control-border-color', 'var(--_border)')};
    border-radius: ${v('input-box-border-radius', v('control-border-radius', '8px'))};
    box-shadow: none;
    appearance: none;
    transition: border-color 120ms;
  }
  .psg-form .psg-input:hover {
    border-color: ${v('control-border-hover-color', 'var(--_text)')};
  }
  .psg-form .psg-input:focus-visible {
    border-color: ${v('control-border-active-color', 'var(--_focus)')};
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .psg-form .psg-input[aria-invalid="true"] {
    border-color: ${v('error-color', 'var(--_error)')};
  }
  .psg-form ::slotted(:not([hidden])) { display: block; margin-block-end: 16px; }
  .psg-fields { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .psg-form .psg-fields:not(:empty) { margin-block-end: 16px; }
  .psg-form .psg-field { margin: 0; }
  .psg-form .psg-field-check { display: grid; grid-template-columns: auto 1fr; gap: 4px 10px; align-items: center; }
  .psg-form .psg-field-check .psg-label { order: 1; margin: 0; color: ${v('checkbox-text-color', 'inherit')}; }
  .psg-form .psg-field-check .psg-error { order: 2; grid-column: 1 / -1; }
  .psg-form .psg-check { width: 22px; height: 22px; margin: 0; accent-color: ${v('checkbox-background-color', 'var(--_focus)')}; }
  .psg-form .psg-code {
    display: flex;
    justify-content: center;
    gap: 8px;
  }
  .psg-form .psg-code .psg-input {
    flex: 1 1 0;
    width: 0;
    min-width: 0;
    max-width: 48px;
    padding: 0;
    text-align: center;
    font-size: max(20px, 1.25em);
    background: ${v('otp-input-background-color', v('input-box-background-color', 'var(--_field)'))};
  }
  .psg-form .psg-error {
    margin: 6px 0 0;
    font-size: 0.875em;
    color: ${v('error-color', 'var(--_error)')};
    overflow-wrap: anywhere;
  }
  .psg-form .psg-error:empty {
    display: none;
  }
  .psg-link {
    display: inline-block;
    margin: -12px 0;
    padding: 12px 0;
    font: inherit;
    font-weight: 600;
    color: ${v('anchor-text-color', v('body-text-color', 'var(--_text)'))};
    background: none;
    border: 0;
    border-radius: 4px;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .psg-link:hover { color: ${v('anchor-hover-color', 'var(--_muted)')}; }
  .psg-link:active { color: ${v('anchor-active-color', 'var(--_muted)')}; }
  .psg-link:focus-visible { outline: 2px solid var(--_focus); outline-offset: -6px; }
  @media (forced-colors: active) {
    .psg-form .psg-input[aria-invalid="true"] { border-width: 3px; }
  }
  @media (prefers-reduced-motion: reduce) {
    .psg-form .psg-input { transition: none; }
  }`;

const SHADOW = `
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }

  .light-theme {
    color-scheme: light;
    --_surface: #ffffff; --_field: #ffffff; --_text: #1b1b1f; --_muted: #55555f; --_border: #85858f;
    --_error: #b3261e; --_error-surface: #fdf1f0; --_focus: #1d4ed8;
    --_primary: #18181b; --_on-primary: #fafafa; --_primary-hover: #3f3f46; --_primary-active: #52525b;
  }
  .light-theme, .dark-theme { --_soft: color-mix(in srgb, currentcolor 8%, transparent); }
  .dark-theme {
    color-scheme: dark;
    --_surface: #1c1c21; --_field: #26262c; --_text: #f4f4f6; --_muted: #b6b6c0; --_border: #9c9ca8;
    --_error: #ffb4ab; --_error-surface: #3b2220; --_focus: #9dbdff;
    --_primary: #f4f4f6; --_on-primary: #18181b; --_primary-hover: #d6d6dc; --_primary-active: #bcbcc4;
  }

  .passage-auth {
    max-width: ${v('container-max-width', '340px')};
    margin: ${v('container-margin', '0 auto')};
    padding: ${v('container-padding', '28px 24px')};
    font: ${v('body-font-weight', '400')} ${v('body-font-size', '16px')}/1.5 ${v('body-font-family', SANS)};
    color: ${v('body-text-color', 'var(--_text)')};
    background: ${v('container-background-color', 'var(--_surface)')};
    border-radius: ${v('container-border-radius', '12px')};
    overflow-wrap: break-word;
    position: relative;
  }

  [aria-busy="true"] > section { visibility: hidden; }
  [aria-busy="true"]::after {
    position: absolute; inset: 0; width: 22px; height: 22px; margin: auto; content: "";
    border: 2px solid var(--_border); border-top-color: transparent; border-radius: 50%;
    opacity: 0;
    animation: turn 900ms linear infinite, appear 200ms 500ms forwards;
  }
  [aria-busy="false"] > section { animation: appear 160ms; }

  section { display: flex; flex-direction: column; gap: 16px; }
  section > slot { display: contents; }
  :host(:dir(rtl)) slot:not([name="loginInput"], [name="otpInput"]) { direction: rtl; }
  .auth-flex-container { align-items: stretch; text-align: center; }

  h2 {
    margin: 0 0 4px;
    font: ${v('header-font-weight', '650')} ${v('header-font-size', '22px')}/1.3 ${v('header-font-family', SANS)};
    letter-spacing: -0.01em;
    text-align: center;
    text-wrap: balance;
    color: ${v('header-text-color', 'var(--_text)')};
  }
  h2:focus { outline: none; }
  p { margin: 0; }
  .psg-text { color: inherit; text-wrap: pretty; }
  .auth-flex-container .psg-text { text-wrap: balance; }
  .psg-text:empty, .psg-failure:empty, .psg-account:empty, .psg-offers:empty { display: none; }
  .psg-account { font-weight: 600; margin-top: -14px; overflow-wrap: anywhere; }
  .psg-failure {
    padding: 12px 14px;
    font-size: 0.9375em;
    text-align: start;
    color: ${v('error-color', 'var(--_error)')};
    background: var(--_error-surface);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  .psg-list { margin: 0; padding: 0; list-style: none; text-align: start; }
  .psg-list li { display: flex; flex-direction: column; padding: 10px 0; border-top: 1px solid var(--_soft); overflow-wrap: anywhere; }
  .psg-list span { font-size: 0.875em; color: var(--_muted); }
  .psg-icon {
    width: 44px; height: 44px; margin: 0 auto -4px;
    fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
  }
  .psg-toggle { text-align: center; font-size: 0.9375em; }
  .psg-divider { display: flex; align-items: center; gap: 12px; margin: -4px 0; font-size: 0.875em; }
  .psg-divider::before, .psg-divider::after {
    flex: 1; border-top: 1px solid currentColor; opacity: 0.25; content: "";
  }

  .psg-primary, .psg-secondary {
    display: flex; align-items: center; justify-content: center;
    box-sizing: border-box; width: ${v('button-width', '100%')}; min-height: 46px; margin: 0 auto; padding: 10px 16px;
    font: inherit;
    font-size: ${v('button-font-size', '1em')};
    font-weight: ${v('button-font-weight', '600')};
    line-height: 1.3;
    text-align: center; text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms;
  }
  ${buttonColours('primary', {
    surface: 'var(--_primary)',
    text: 'var(--_on-primary)',
    border: 'transparent',
    hover: 'var(--_primary-hover)',
    active: 'var(--_primary-active)',
    width: '1px',
  })}
  ${buttonColours('secondary', {
    surface: 'transparent',
    text: 'var(--_text)',
    border: 'var(--_border)',
    hover: 'var(--_soft)',
    active: 'var(--_soft)',
    width: '1px',
  })}
  .psg-primary:focus-visible, .psg-secondary:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
  [aria-disabled="true"] { cursor: default; }
  [aria-disabled="true"]:not([data-busy]) { opacity: 0.6; }
  [data-busy] { position: relative; color: transparent !important; }
  [data-busy]::after {
    position: absolute; inset: 0; width: 18px; height: 18px; margin: auto; content: "";
    border: 2px solid ${v('primary-button-text-color', 'var(--_on-primary)')};
    border-top-color: transparent; border-radius: 50%;
    animation: turn 900ms linear infinite;
  }

  .passage-profile {
    max-width: var(--passage-container-max-width, 720px);
    margin: ${v('container-margin', '0 auto')};
    padding: ${v('container-padding', '28px 24px')};
    font: ${v('body-font-weight', '400')} ${v('body-font-size', '16px')}/1.5 ${v('body-font-family', SANS)};
    color: ${v('body-text-color', 'var(--_text)')};
    background: ${v('container-background-color', 'var(--_surface)')};
    border-radius: ${v('container-border-radius', '12px')};
    overflow-wrap: break-word;
    position: relative;
    container-type: inline-size;
  }
  .psg-profile { display: grid; gap: 36px; }
  .psg-profile h2 { text-align: start; }
  .psg-coming { min-height: 220px; }
  .psg-notice { padding: 12px 14px; font-size: 0.9375em; background: var(--_soft); border-radius: 8px; }
  .psg-notice:empty { display: none; }
  .view-profile .psg-input { transition: none; }
  .view-profile:not([data-editing]) .psg-input:read-only { height: auto; padding: 0; background: none; border-color: transparent; border-inline-width: 0; }
  .psg-buttons { display: flex; flex-wrap: wrap; gap: 12px; }
  .psg-buttons > button, .view-passkeys > button { width: ${v('button-width', 'auto')}; margin: 0; align-self: start; }
  .psg-doubt .psg-icon { margin: 0; width: 28px; height: 28px; }
  .psg-doubt .psg-secondary { width: auto; margin: 0; justify-self: start; }
  .psg-doubt { display: grid; gap: 12px; padding: 14px; background: var(--_soft); border-radius: 8px; }
  .psg-table { width: 100%; border-collapse: collapse; text-align: start; }
  .psg-table th, .psg-table td { padding-block: 12px; padding-inline: 0 12px; text-align: start; font-weight: 400; border-bottom: 1px solid ${v('table-row-border-color', 'var(--_soft)')}; overflow-wrap: anywhere; }
  .psg-table thead th { font-size: 0.875em; color: var(--_muted); border-color: ${v('table-header-border-color', 'var(--_border)')}; }
  .psg-table tbody th { color: ${v('table-device-info-color', 'inherit')}; font-weight: 600; }
  .psg-table :is(.psg-icon, img) { width: 24px; height: 24px; margin: 0; margin-inline-end: 10px; vertical-align: -6px; color: ${v('table-device-icon-color', 'inherit')}; }
  .psg-actions { display: flex; gap: 18px; justify-content: end; }
  .psg-actions .psg-link:hover { color: ${v('table-action-icon-hover-color', 'var(--_muted)')}; }
  .psg-actions-cell > .psg-link { display: none; }
  .psg-paginator { display: flex; gap: 16px; justify-content: center; align-items: center; padding-top: 14px; }
  .psg-paginator .psg-link:hover { color: ${v('table-paginator-hover-color', 'var(--_muted)')}; }
  .psg-paginator span { color: ${v('table-paginator-selected-color', 'inherit')}; }
  @container (max-width: 540px) {
    .psg-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .psg-table, .psg-table tbody { display: block; }
    .psg-table tr { display: grid; grid-template: auto auto 1fr / 1fr auto; padding: 12px 0; border-bottom: 1px solid ${v('table-row-border-color', 'var(--_soft)')}; }
    .psg-table :is(tbody th, td) { padding: 0; border: 0; }
    .psg-table td[data-label] { grid-column: 1; font-size: 0.875em; color: var(--_muted); }
    .psg-table td[data-label]::before { content: attr(data-label) ": "; }
    .psg-table .psg-actions-cell { grid-row: 1 / span 3; grid-column: 2; text-align: end; }
    .psg-actions-cell > .psg-link { display: inline-block; min-width: 44px; text-align: end; text-decoration: none; }
    .psg-actions:not([data-open]) { display: none; }
    .psg-actions { flex-direction: column; align-items: end; gap: 20px; margin-block-start: 20px; }
  }
  .psg-dialog {
    box-sizing: border-box; width: min(420px, calc(100vw - 32px)); padding: 24px; border: 1px solid var(--_border); border-radius: 12px;
    color: ${v('body-text-color', 'var(--_text)')};
    background: ${v('modal-background-color', v('container-background-color', 'var(--_surface)'))};
  }
  .psg-dialog::backdrop { background: rgb(0 0 0 / 0.5); }
  .psg-form.psg-dialog-body { display: flex; flex-direction: column; gap: 14px; }
  .psg-form.psg-dialog-body .psg-label { margin-block-end: -8px; }

  .psg-status {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }

  @keyframes turn { to { rotate: 1turn; } }
  @keyframes appear { from { opacity: 0; } to { opacity: 1; } }
  @media (prefers-reduced-motion: reduce) {
    * { transition: none !important; }
    [aria-busy="false"] > section { animation: none; }
    [data-busy]::after, [aria-busy="true"]::after { animation-duration: 4s, 1ms; }
  }
  @media (forced-colors: active) {
    .psg-primary, .psg-secondary { border: 1px solid ButtonText; }
    .psg-primary { border-width: 2px; }
    [aria-disabled="true"]:not([data-busy]) { color: GrayText; border-color: GrayText; opacity: 1; }
    .psg-failure:not(:empty), .psg-notice:not(:empty), .psg-doubt { border: 1px solid CanvasText; }
    [data-busy]::after { forced-color-adjust: none; inset: 0 14px 0 auto; margin: auto 0; border-color: ButtonText; border-top-color: transparent; }
  }`;

const shadowSheet = sheetOf(SHADOW);
const formSheet = sheetOf(FORM);

/**
 * Gives a shadow root the look.
 * @param {ShadowRoot} root
 * @param {CSSStyleSheet} customization
 */
export function dress(root, customization) {
  root.adoptedStyleSheets = [shadowSheet, formSheet, customization];
}

/**
 * Gives the tree around an element the rules for a form in the light DOM, once.
 * @param {Node} root
 */
export function dressSurroundings(root) {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(formSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, formSheet];
}

/** @param {string} css */
function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
