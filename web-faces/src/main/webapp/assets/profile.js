import { takeOverForms } from './forms.js';
import { PasskeyFailure, addPasskey } from './passkey.js';
import { signalAccount } from './signal.js';

takeOverForms();

// Each change leads back to this page, also that of an address in a message
const passkeys = document.getElementById('passkeys');
if (passkeys) {
  const { user: userId, name } = passkeys.dataset;
  const rows = [...passkeys.querySelectorAll('[data-passkey]')];
  signalAccount({ userId, name, credentialIds: rows.map((row) => row.dataset.credential ?? '') });
}

addEventListener('click', async ({ target }) => {
  const add = target.closest?.('#add-passkey');
  if (!add) return;
  const failed = document.getElementById('passkey-failed');
  add.disabled = true;
  failed.hidden = true;
  try {
    await addPasskey(add.dataset.root);
    location.assign(`${add.dataset.root}profile?done=passkey-added#passkeys`);
  } catch (failure) {
    failed.textContent = add.dataset[failure instanceof PasskeyFailure ? failure.reason : 'unavailable'];
    failed.hidden = false;
    add.disabled = false;
  }
});
