import { Code } from '../lib/errors.js';
import { button, h, linkButton, noticeIcon } from './dom.js';
import { errorText } from './error-text.js';
import { passkeyTable } from './passkey-table.js';
import { personalData } from './personal-data.js';

/**
 * @typedef {object} ProfileUi what a view needs of its element
 * @property {import('../i18n/i18n.js').Translate} translate
 * @property {string} language of the texts
 * @property {import('../flow/profile-flow.js').ProfileFlow} flow
 * @property {() => string | undefined} loginUrl where one can sign in
 *
 * @typedef {import('./home.js').View} View
 */

/** Nothing yet: only that it is coming. @returns {View} */
export function loadingView() {
  return { root: h('section', { class: 'psg-coming' }), update: () => {} };
}

/**
 * Personal data, passkeys, social connections.
 * @param {ProfileUi} ui
 * @returns {View}
 */
export function profileView(ui) {
  return viewOf(ui, [personalData(ui), passkeyTable(ui), socialConnections(ui)]);
}

/**
 * Passkeys alone.
 * @param {ProfileUi} ui
 * @returns {View}
 */
export function passkeysView(ui) {
  return viewOf(ui, [passkeyTable(ui)]);
}

/**
 * There is nobody to show, or the server can't say.
 * @param {ProfileUi} ui
 * @returns {View}
 */
export function absentView({ translate: t, flow, loginUrl }) {
  const { error } = flow.state;
  const isSignedOut = !error || error.code === Code.loginRequired;
  const isAboutApp = error?.code === Code.invalidAppId || error?.code === Code.missingAppId;
  const text = error ? errorText(t, error) : '';
  const login = isSignedOut && loginUrl();
  const root = h(
    'section',
    { class: 'auth-flex-container' },
    noticeIcon(),
    h('h2', { part: 'header', tabindex: '-1' }, t(isSignedOut ? 'signed-out-title' : 'unavailable-title')),
    h('p', { class: 'psg-text', role: 'alert', 'data-testid': isAboutApp ? 'invalid-app-id' : 'failure-message' }, text),
  );
  if (login) root.append(linkButton('login-link', t('login-here'), login));
  else if (!isAboutApp) root.append(button('try-again-button', t('try-again'), () => flow.start()));
  return { root, update: () => {} };
}

/**
 * @param {ProfileUi} ui
 * @param {{root: HTMLElement, update: (state: any) => void}[]} sections
 * @returns {View}
 */
function viewOf({ translate: t }, sections) {
  const done = h('p', { class: 'psg-notice', role: 'status', 'data-testid': 'done-message' });
  const root = h('div', { class: 'psg-profile' }, done, ...sections.map((section) => section.root));
  return {
    root,
    update(state) {
      done.textContent = state.done ? t(state.done) : '';
      for (const section of sections) section.update(state);
    },
  };
}

/** @param {ProfileUi} ui */
function socialConnections({ translate: t, flow }) {
  const list = h('ul', { class: 'psg-list' });
  const root = h('section', { hidden: true }, h('h2', { part: 'header' }, t('my-social-connections')), list);
  /** @type {unknown} */
  let shown;
  return {
    root,

    /** @param {import('../flow/profile-flow.js').ProfileState} state */
    update({ user }) {
      const connections = /** @type {['apple' | 'github' | 'google', any][]} */ (Object.entries(user?.social_connections ?? {}));
      root.hidden = connections.length === 0;
      if (user === shown) return;
      shown = user;
      list.replaceChildren(...connections.map(([type, { provider_identifier: identifier }]) => {
        const remove = button(`remove-${type}-button`, t('delete'), () => flow.data.removeSocialConnection(type), 'link');
        remove.setAttribute('aria-label', `${t('delete')}: ${type}`);
        return h('li', {}, h('strong', {}, type), h('span', {}, identifier ?? ''), remove);
      }));
    },
  };
}
