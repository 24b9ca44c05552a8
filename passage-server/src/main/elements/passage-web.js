// All modules are named here, so that a browser asks for them at once and not level by level.
import './customization.js';
import './flow/auth-flow.js';
import './flow/login.js';
import './flow/register.js';
import './i18n/en.js';
import './i18n/i18n.js';
import './lib/api.js';
import './lib/base64url.js';
import './lib/ceremony.js';
import './lib/errors.js';
import './lib/http.js';
import './lib/identifier.js';
import './lib/storage.js';
import './lib/support.js';
import './lib/token-store.js';
import './lib/urls.js';
import './lib/webauthn-json.js';
import './passage-element.js';
import './style.js';
import './view/dom.js';
import './view/error-text.js';
import './view/home.js';
import './view/notice.js';
import './view/passkey.js';
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
