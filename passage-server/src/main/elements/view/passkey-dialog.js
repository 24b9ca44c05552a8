import { button, h, setBusy } from './dom.js';
import { errorText } from './error-text.js';

const LONGEST_NAME = 64;

/**
 * Asks on top of the page: which passkey to add, what to call one, whether to remove one. The browser's own dialog keeps the
 * focus, and gives it back.
 * @param {import('./profile.js').ProfileUi} ui
 */
export function passkeyDialog({ translate: t, flow }) {
  const title = h('h2', { id: 'psg-dialog-title' });
  const text = h('p', { class: 'psg-text' });
  const label = h('label', { for: 'psg-dialog-name', class: 'psg-label' }, t('device-name'));
  const name = h('input', {
    id: 'psg-dialog-name',
    class: 'psg-input',
    part: 'input',
    maxlength: String(LONGEST_NAME),
    autocomplete: 'off',
    'data-testid': 'passkey-name-input',
    'aria-describedby': 'psg-dialog-error',
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' && !event.isComposing) go();
    },
  });
  const failure = h('p', { id: 'psg-dialog-error', class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const main = button('primary-modal-button', '', go);
  const other = button('add-device-secondary-button', t('use-another-device'), () => flow.keys.add('other-device'), 'secondary');
  const cancel = button('secondary-modal-button', t('cancel'), () => flow.dismiss(), 'secondary');
  for (const target of [main, other, cancel]) target.part.add('modal-button', target === main ? 'modal-primary' : 'modal-secondary');
  const root = h(
    'dialog',
    { part: 'modal', class: 'psg-dialog', 'aria-labelledby': 'psg-dialog-title', oncancel: close, onclose: keepInStep },
    h('div', { class: 'psg-form psg-dialog-body' }, title, text, label, name, failure, main, other, cancel),
  );
  let shown = '';

  /** @param {Event} event */
  function close(event) {
    event.preventDefault();
    flow.dismiss();
  }

  /** A browser lets nobody be held: the second Escape closes the dialog whatever the first one was answered. */
  function keepInStep() {
    if (!shown) return;
    if (flow.state.waiting === 'request') root.showModal();
    else flow.dismiss();
  }

  function go() {
    const { dialog, device } = flow.state;
    if (dialog === 'add') flow.keys.add('this-device');
    else if (device && dialog === 'rename') flow.keys.rename(device, name.value);
    else if (device) flow.keys.remove(device);
  }

  const TEST_IDS = { add: 'add-device-primary-button', rename: 'primary-modal-button', remove: 'revoke-passkey-button-confirmation' };
  const TITLES = { add: 'add-passkey', rename: 'edit-device', remove: 'revoke-device' };
  const TEXTS = { add: 'create-text', rename: '', remove: 'revoke-text' };
  const BUTTONS = { add: 'use-this-device', rename: 'save', remove: 'delete' };

  return {
    root,

    /** @param {import('../flow/profile-flow.js').ProfileState} state */
    update({ dialog, device, error, waiting }) {
      const kind = /** @type {'add' | 'rename' | 'remove'} */ (dialog);
      if (kind) {
        title.textContent = t(TITLES[kind]);
        const said = waiting === 'prompt' ? 'follow-create-prompt' : TEXTS[kind];
        text.textContent = error ? '' : t(said, device?.friendly_name ?? '');
        main.dataset.testid = TEST_IDS[kind];
        main.textContent = t(kind === 'add' && !flow.support?.platform ? 'use-another-device' : BUTTONS[kind]);
        other.hidden = kind !== 'add' || !flow.support?.platform;
        label.hidden = name.hidden = kind !== 'rename';
      }
      failure.textContent = error ? errorText(t, error) : '';
      name.setAttribute('aria-invalid', String(error !== undefined));
      setBusy(main, { busy: waiting !== undefined });
      for (const target of [other, cancel]) setBusy(target, { blocked: waiting === 'request' });
      if (kind === shown) return;
      shown = kind;
      if (!kind) return root.close();
      if (kind === 'rename') name.value = device?.friendly_name ?? '';
      root.showModal();
      if (kind === 'rename') name.select();
    },
  };
}
