import { button, h, noticeIcon, passkeyIcon, setBusy } from './dom.js';
import { errorText } from './error-text.js';

/**
 * @typedef {import('./home.js').Ui} Ui
 * @typedef {import('./home.js').View} View
 */

/**
 * Signed in by a message: a passkey makes it quicker next time.
 * @param {Ui} ui
 * @returns {View}
 */
export function addPasskeyView({ translate: t, flow }) {
  const text = h('p', { class: 'psg-text' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const save = button('save-device-button', t('register-with-passkey'), () => flow.addPasskey());
  const skip = button('add-device-skip', t('skip'), () => flow.skip(), 'link');
  const title = h('h2', { part: 'header', tabindex: '-1' }, t('add-passkey-title'));
  const root = h('section', { class: 'view-add-device auth-flex-container' }, passkeyIcon(), title, text, failure, save, skip);
  return {
    root,
    update({ error, waiting }) {
      text.textContent = error ? '' : t(waiting === 'prompt' ? 'follow-create-prompt' : 'create-text');
      failure.textContent = error ? errorText(t, error) : '';
      save.textContent = t(error ? 'try-again' : 'register-with-passkey');
      setBusy(save, { busy: waiting !== undefined });
      setBusy(skip, { blocked: waiting === 'request' });
    },
  };
}

/**
 * Passkeys were there before the address was confirmed: whose are they?
 * @param {Ui} ui
 * @returns {View}
 */
export function doubtfulPasskeysView({ translate: t, language, flow }) {
  const list = h('ul', { class: 'psg-list', 'data-testid': 'doubtful-passkeys' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const keep = button('keep-passkeys-button', t('keep-passkeys'), () => flow.judgePasskeys('keep'), 'secondary');
  const remove = button('remove-passkeys-button', t('remove-passkeys'), () => flow.judgePasskeys('remove'));
  const again = button('try-again-button', t('try-again'), () => flow.retry());
  const later = button('judge-later-button', t('decide-later'), () => flow.skip(), 'link');
  const root = h(
    'section',
    { class: 'auth-flex-container', 'data-tag': 'doubtful-passkeys' },
    noticeIcon(),
    h('h2', { part: 'header', tabindex: '-1' }, t('doubtful-title')),
    h('p', { class: 'psg-text' }, t('doubtful-text')),
    list,
    failure,
    remove,
    keep,
    again,
    later,
  );
  /** @type {unknown} */
  let listed;
  return {
    root,
    /** @param {import('../flow/auth-flow.js').State} state */
    update({ devices, error, waiting }) {
      if (devices && devices !== listed) {
        listed = devices;
        list.replaceChildren(...devices.map((device) => item(device, t, language)));
      }
      failure.textContent = error ? errorText(t, error) : '';
      for (const choice of [keep, remove]) {
        choice.hidden = !devices;
        setBusy(choice, { blocked: waiting !== undefined });
      }
      again.hidden = !error || devices !== undefined;
      later.hidden = !error;
    },
  };
}

/**
 * @param {import('../lib/current-user-api.js').Device} device
 * @param {import('../i18n/i18n.js').Translate} t
 * @param {string} language
 */
function item({ friendly_name: name, created_at: created }, t, language) {
  const date = new Date(created).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return h('li', {}, h('strong', {}, name), h('span', {}, t('added-on', date)));
}
