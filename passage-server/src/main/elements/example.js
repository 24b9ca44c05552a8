const settings = /** @type {HTMLFormElement} */ (document.querySelector('#settings'));
const stage = /** @type {HTMLElement} */ (document.querySelector('#stage'));
const log = /** @type {HTMLElement} */ (document.querySelector('#log'));

/** Keeps tokens in this page only. A page with a server of its own would send them there, for an HttpOnly cookie. */
const inMemory = () => {
  /** @type {any} */
  let tokens = {};
  return {
    getAuthToken: () => tokens.authToken,
    getRefreshToken: () => tokens.refreshToken,
    setTokens: (/** @type {any} */ fresh) => void (tokens = fresh),
    clearTokens: () => void (tokens = {}),
  };
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
  Object.assign(element, { appId: app, theme, lang, tokenStore: inMemory() });
  element.onSuccess = () => tell('onSuccess');
  stage.replaceChildren(element);
  log.replaceChildren();
}

stage.addEventListener('passage-before-auth', () => tell('passage-before-auth'));
stage.addEventListener('passage-success', () => tell('passage-success'));
stage.addEventListener('passage-event', (event) => tell(`passage-event ${/** @type {CustomEvent} */ (event).detail.type}`));

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
