import { bringToLife, followFirstView } from './element.js';
import { normalize, problemOf } from './name.js';
import { destination, memoryTokenStore, startSession } from './session.js';
import { keepName, tellName } from './user.js';

const element = document.getElementById('element');
const input = document.getElementById('name'); // none where a link from a message led here
const error = document.getElementById('name-error');
const { anew, api, root, return: returnTo } = element.dataset;

element.tokenStore = memoryTokenStore();
element.beforeAuth = async (identifier) => {
  if (showProblem()) {
    await keepName(identifier, normalize(input.value), root);
    return true;
  }
  input.focus();
  return false;
};
element.onSuccess = async (tokens) => {
  await startSession(tokens, root);
  const name = normalize(input?.value ?? '');
  if (name) await tellName(tokens.authToken, name, api);
  location.replace(destination(returnTo || tokens.redirectUrl, `${root}dashboard`, location.href));
};

if (input) {
  keepTyped();
} else {
  element.onEvent = ({ type }) => {
    if (type === 'onShowRegister') location.replace(anew); // whoever registers after all has a name, too
  };
}
if (await bringToLife(element)) followFirstView(element, [...document.querySelectorAll('[data-first-view]')]);
else document.getElementById('name-field')?.setAttribute('hidden', '');

/** The name outlives a reload, and a way back to this page; it is kept with this entry of the tab's history, and nowhere else. */
function keepTyped() {
  input.value ||= history.state?.name ?? '';
  input.addEventListener('input', () => history.replaceState({ name: input.value }, ''));
  input.addEventListener('change', showProblem);
  input.addEventListener('input', () => {
    if (input.getAttribute('aria-invalid') === 'true') showProblem();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && showProblem()) identifierInput()?.focus();
  });
}

/** @returns {boolean} whether the name may be stored */
function showProblem() {
  const problem = problemOf(input.value);
  error.textContent = problem ? input.dataset[problem] : '';
  input.setAttribute('aria-invalid', String(problem !== undefined));
  return problem === undefined;
}

/** The field that comes next: in the element's own tree, or beside it where browsers offer passkeys. */
function identifierInput() {
  const field = '[data-testid="identifier-input"]';
  return element.shadowRoot?.querySelector(field) ?? element.querySelector(field);
}
