const settings = /** @type {HTMLFormElement} */ (document.querySelector('#settings'));
const stage = /** @type {HTMLElement} */ (document.querySelector('#stage'));
const log = /** @type {HTMLElement} */ (document.querySelector('#log'));

/** @type {any} */
let tokens = {};

/**
 * Keeps tokens in this page only, for whichever element is shown: who signed in can look at the profile. A page with a server of
 * its own would send them there, for an HttpOnly cookie.
 */
const tokenStore = {
  getAuthToken: () => tokens.authToken,
  getRefreshToken: () => tokens.refreshToken,
  setTokens: (/** @type {any} */ fresh) => void (tokens = { ...tokens, ...fresh }),
  clearTokens: () => void (tokens = {}),
};

/** @param {string} text */
function tell(text) {
  const entry = document.createElement('li');
  entry.append(Object.assign(document.createElement('code'), { textContent: text }));
  log.append(entry);
}

function show() {
  const { app, theme, lang, element: name } = Object.fromEntries(new FormData(settings));
  const element = /** @type {any} */ (document.createElement(String(name)));
  Object.assign(element, { appId: app, theme, lang, tokenStore });
  element.onSuccess = () => tell('onSuccess');
  stage.replaceChildren(element);
}

stage.addEventListener('passage-before-auth', () => tell('passage-before-auth'));
stage.addEventListener('passage-success', () => tell('passage-success'));
stage.addEventListener('passage-event', (event) => tell(`passage-event ${/** @type {CustomEvent} */ (event).detail.type}`));
stage.addEventListener('passage-change', (event) => tell(`passage-change ${/** @type {CustomEvent} */ (event).detail.what}`));

settings.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = new URLSearchParams(/** @type {any} */ (new FormData(settings)));
  history.replaceState(null, '', `?${query}`);
  show();
});

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = settings.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}
if (new FormData(settings).get('app')) show();
