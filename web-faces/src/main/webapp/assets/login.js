import { bringToLife, followFirstView } from './element.js';
import { destination, memoryTokenStore, startSession } from './session.js';

const element = document.getElementById('element');
const { root, return: returnTo } = element.dataset;

element.tokenStore = memoryTokenStore();
element.onSuccess = async (tokens) => {
  await startSession(tokens, root);
  location.replace(destination(returnTo || tokens.redirectUrl, `${root}dashboard`, location.href));
};

if (await bringToLife(element)) followFirstView(element);
