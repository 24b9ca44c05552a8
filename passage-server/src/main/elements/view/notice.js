import { Code, PassageError } from '../lib/errors.js';
import { webAddress } from '../lib/urls.js';
import { channelOf } from './channel.js';
import { button, checkIcon, h, linkButton, noticeIcon } from './dom.js';
import { errorText } from './error-text.js';

/**
 * @typedef {import('./home.js').Ui} Ui
 * @typedef {import('./home.js').View} View
 */

/**
 * Start-up failures that may be gone at the next try.
 * @type {Set<string>}
 */
const PASSING = new Set([Code.network, Code.serverFailed, Code.tooManyRequests, Code.unexpected]);

/**
 * The form can't be shown at all.
 * @param {Ui} ui
 * @returns {View}
 */
export function blockedView(ui) {
  const { translate: t, flow } = ui;
  const error = flow.state.error ?? new PassageError(Code.unexpected);
  const isAboutApp = error.code === Code.invalidAppId || error.code === Code.missingAppId;
  const testId = isAboutApp ? 'invalid-app-id' : 'failure-message';
  const title = PASSING.has(error.code) ? 'unavailable-title' : 'blocked-title';
  const root = notice(t(title), h('p', { class: 'psg-text', role: 'alert', 'data-testid': testId }, errorText(t, error)));
  root.append(...wayOut(ui, error));
  return { root, update: () => {} };
}

/**
 * @param {Ui} ui
 * @param {PassageError} error
 * @returns {HTMLElement[]}
 */
function wayOut({ translate: t, flow, loginUrl }, error) {
  if (PASSING.has(error.code)) return [button('try-again-button', t('try-again'), () => flow.retry())];
  const href = error.code === Code.wrongOrigin && webAddress(`${error.args[1]}${location.pathname}`);
  if (href) return [linkButton('right-origin-link', t('open-right-address', error.args[1]), href)];
  const login = error.code === Code.signupClosed && loginUrl();
  return login ? [linkButton('login-link', t('login-here'), login)] : [];
}

/**
 * The account exists, but a passkey can't open it.
 * @param {Ui} ui
 * @returns {View}
 */
export function noPasskeyView(ui) {
  const { translate: t, flow } = ui;
  const { identifier, userStatus } = flow.state;
  const error = new PassageError(Code.noPasskey, { args: [identifier] });
  const root = notice(
    t('no-passkey-title'),
    h('p', { class: 'psg-text', role: 'alert', 'data-testid': 'failure-message' }, errorText(t, error, userStatus)),
  );
  if (userStatus === 'pending') root.append(...registerOffer(ui));
  root.append(button('change-email-button', t(channelOf(identifier).another), () => flow.changeIdentifier(), 'link'));
  return { root, update: () => {} };
}

/** @param {Ui} ui */
function registerOffer({ translate: t, flow, registerUrl }) {
  if (flow.canToggle) return [button('register-link', t('finish-account'), () => flow.toggle(flow.state.identifier))];
  const href = registerUrl();
  return href ? [linkButton('register-link', t('finish-account'), href)] : [];
}

/**
 * Signed in; the page takes over, or failed to.
 * @param {Ui} ui
 * @returns {View}
 */
export function doneView({ translate: t, flow }) {
  const text = h('p', { class: 'psg-text', role: 'status' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const again = button('try-again-button', t('try-again'), () => flow.retry());
  const title = h('h2', { part: 'header', tabindex: '-1' });
  const root = h('section', { class: 'auth-flex-container', 'data-tag': 'signed-in' }, checkIcon(), title, text, failure, again);
  return {
    root,
    update({ error, waiting }) {
      title.textContent = t(error ? 'not-finished-title' : 'done-title');
      text.textContent = waiting ? t('done-text') : '';
      failure.textContent = error ? errorText(t, error) : '';
      again.hidden = !error;
    },
  };
}

/**
 * @param {string} title
 * @param {HTMLElement} text
 */
function notice(title, text) {
  return h('section', { class: 'auth-flex-container' }, noticeIcon(), h('h2', { part: 'header', tabindex: '-1' }, title), text);
}
