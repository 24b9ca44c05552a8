// All modules are named here, so that a browser asks for them at once and not level by level.
import './auth-element.js';
import './customization.js';
import './flow/abilities.js';
import './flow/arrival.js';
import './flow/auth-flow.js';
import './flow/fallback.js';
import './flow/flow.js';
import './flow/login.js';
import './flow/passkeys.js';
import './flow/personal-data.js';
import './flow/profile-flow.js';
import './flow/register.js';
import './i18n/en.js';
import './i18n/i18n.js';
import './lib/api.js';
import './lib/base64url.js';
import './lib/ceremony.js';
import './lib/current-user-api.js';
import './lib/errors.js';
import './lib/http.js';
import './lib/identifier.js';
import './lib/jwt.js';
import './lib/page-address.js';
import './lib/phone.js';
import './lib/session.js';
import './lib/signal.js';
import './lib/storage.js';
import './lib/support.js';
import './lib/token-store.js';
import './lib/urls.js';
import './lib/webauthn-json.js';
import './passage-element.js';
import './profile-element.js';
import './style.js';
import './view/arrival.js';
import './view/channel.js';
import './view/code-input.js';
import './view/dom.js';
import './view/error-text.js';
import './view/fields.js';
import './view/home.js';
import './view/message.js';
import './view/notice.js';
import './view/page-fields.js';
import './view/passkey-dialog.js';
import './view/passkey-table.js';
import './view/passkey.js';
import './view/personal-data.js';
import './view/profile.js';
import { PassageAuth } from './passage-auth.js';
import { PassageLogin } from './passage-login.js';
import { PassagePasskeyTable } from './passage-passkey-table.js';
import { PassageProfile } from './passage-profile.js';
import { PassageRegister } from './passage-register.js';

/** The module that pages load: defines the elements, unless the page has elements of that name already. */
const ELEMENTS = {
  'passage-auth': PassageAuth,
  'passage-login': PassageLogin,
  'passage-register': PassageRegister,
  'passage-profile': PassageProfile,
  'passage-passkey-table': PassagePasskeyTable,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { PassageAuth, PassageLogin, PassagePasskeyTable, PassageProfile, PassageRegister };
