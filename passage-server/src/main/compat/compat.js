/*
 * For pages that keep the published passage-js or Passage Elements: a classic script, before theirs.
 *
 *   <script src="https://login.example/passage/compat.js"></script>
 *
 * Their hosts are built in and switched off. This script sends what they ask of those hosts to the server that it was
 * loaded from. It changes nothing else, and may be there twice.
 */
(() => {
  'use strict';

  const MARK = Symbol.for('passage4j.compat');
  const script = document.currentScript;
  if (!script || window[MARK]) {
    return;
  }
  Object.defineProperty(window, MARK, { value: true });

  const base = new URL('.', script.src).href;
  const LOCALES = 'https://storage.googleapis.com/passage-frontend/locales/passage-auth/v2/';
  const INTL_TEL_INPUT = 'https://cdn.jsdelivr.net/npm/intl-tel-input@24.3.4/build/';
  const VALIDATOR = `${base}vendor/phone-validator.js`;

  /** Where addresses that begin so lead now; the first that fits counts. */
  const ROUTES = [
    ['https://auth.passage.id/v1/', `${base}auth/v1/`],
    [LOCALES, `${base}locales/`],
    [`${INTL_TEL_INPUT}js/utils.js`, VALIDATOR],
    [INTL_TEL_INPUT, `${base}vendor/intl-tel-input/`],
  ];

  const reroute = (address) => {
    const [from, to] = ROUTES.find(([former]) => address.startsWith(former)) ?? ['', ''];
    const rest = address.slice(from.length);
    // Texts are told apart by language alone: what is asked for a region is answered by its language
    return to + (from === LOCALES ? rest.replace(/-.*(?=\.json$)/, '') : rest);
  };

  rerouteRequests();
  rerouteStyleSheets();
  rerouteModule();
  rerouteNavigation();
  repairAutofill();

  /** passage-js asks by fetch, with a text, an URL or a Request. */
  function rerouteRequests() {
    const fetch = window.fetch;
    window.fetch = function (input, init) {
      const isRequest = input instanceof Request;
      const address = isRequest ? input.url : String(input);
      const next = reroute(address);
      if (next === address) {
        return fetch.call(this, input, init);
      }
      return fetch.call(this, isRequest ? new Request(next, input) : next, init);
    };
  }

  /** The Elements put a link to the style of their phone field into their shadow tree. */
  function rerouteStyleSheets() {
    const href = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, 'href');
    Object.defineProperty(HTMLLinkElement.prototype, 'href', {
      ...href,
      set(value) {
        href.set.call(this, reroute(String(value)));
      },
    });
  }

  /** They import the validator of phone numbers by its address; an import map must be there before the first module. */
  function rerouteModule() {
    const map = document.createElement('script');
    map.type = 'importmap';
    map.nonce = script.nonce;
    map.textContent = JSON.stringify({ imports: { [`${INTL_TEL_INPUT}js/utils.js`]: VALIDATOR } });
    script.after(map);
  }

  /**
   * social.authorize leaves the page for the former host, which answers nobody. Where the browser lets a script see that, the page gets
   * this server's refusal.
   */
  function rerouteNavigation() {
    window.navigation?.addEventListener('navigate', (event) => {
      const next = reroute(event.destination.url);
      if (next !== event.destination.url && event.cancelable) {
        event.preventDefault();
        window.location.assign(next);
      }
    });
  }

  /** They look for "conditionalMediation", which WebAuthn came to call "conditionalGet": without it autofill stays off. */
  function repairAutofill() {
    const credential = window.PublicKeyCredential;
    const capabilities = credential?.getClientCapabilities;
    if (capabilities) {
      credential.getClientCapabilities = async function () {
        const known = await capabilities.call(credential);
        return { ...known, conditionalMediation: known.conditionalMediation ?? known.conditionalGet ?? false };
      };
    }
  }
})();
