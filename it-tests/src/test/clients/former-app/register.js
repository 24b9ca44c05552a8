import '@passageidentity/passage-elements/passage-register';

const register = document.querySelector('passage-register');

/** The name and the way to the login page are there only while the e-mail is asked for. */
new MutationObserver(() => {
  const asking = register.shadowRoot.querySelector('.view-email-input') !== null;
  document.querySelector('#about-you').hidden = !asking;
  document.querySelector('#to-login').hidden = !asking;
}).observe(register.shadowRoot, { childList: true, subtree: true });

register.onSuccess = async (result) => {
  await fetch('/user', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: document.querySelector('#name').value }),
  });
  location.href = result.redirectUrl;
};
