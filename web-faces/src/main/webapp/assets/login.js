import { bringToLife, followFirstView } from './element.js';
import { destination, memoryTokenStore, startSession } from './session.js';

const element = document.getElementById('element');
const { root } = element.dataset;

element.tokenStore = memoryTokenStore();
element.onSuccess = async ({ authToken, redirectUrl }) => {
  await startSession(authToken, root);
  location.replace(destination(redirectUrl, `${root}dashboard`, location.href));
};

if (await bringToLife(element)) followFirstView(element);
