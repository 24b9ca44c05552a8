import { PassageAuth } from './passage-auth.js';
import { PassageLogin } from './passage-login.js';
import { PassageRegister } from './passage-register.js';

/** The module that pages load: defines the elements, unless the page has elements of that name already. */
const ELEMENTS = {
  'passage-auth': PassageAuth,
  'passage-login': PassageLogin,
  'passage-register': PassageRegister,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { PassageAuth, PassageLogin, PassageRegister };
