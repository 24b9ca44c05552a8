import { PasskeyFailure, addPasskey } from './passkey.js';

const add = document.getElementById('add-passkey');
const failed = document.getElementById('passkey-failed');

add?.addEventListener('click', async () => {
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

// A form is sent once, however often its button is clicked; a page that comes back from the browser's memory may be used again
addEventListener('submit', ({ target }) => {
  for (const button of target.querySelectorAll('button')) button.disabled = true;
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) for (const button of document.querySelectorAll('form button')) button.disabled = false;
});
