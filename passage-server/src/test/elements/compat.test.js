import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import vm from 'node:vm';

const SOURCE = await readFile(new URL('../../main/compat/compat.js', import.meta.url), 'utf8');
const SERVER = 'https://login.example/passage/';
const AUTH = 'https://auth.passage.id/v1/apps/q7Zk2mWd9XaBcE4fGhJ1tYuP';

/** A page as far as the script sees it; `times` is how often the script is there. */
function page({ times = 1, capabilities } = {}) {
  const asked = [];
  const inserted = [];
  const left = [];
  const navigation = new EventTarget();
  class HTMLLinkElement {
    #href = '';
    get href() {
      return this.#href;
    }
    set href(value) {
      this.#href = value;
    }
  }
  const window = {
    fetch: async (input, init) => asked.push({ input, init }),
    navigation,
    location: { assign: (address) => left.push(address) },
    PublicKeyCredential: capabilities && { getClientCapabilities: async () => capabilities },
  };
  const context = vm.createContext({
    window,
    document: {
      currentScript: { src: `${SERVER}compat.js`, nonce: 'n0nce', after: (element) => inserted.push(element) },
      createElement: () => ({}),
    },
    HTMLLinkElement,
    Request,
    URL,
  });
  for (let i = 0; i < times; i++) {
    vm.runInContext(SOURCE, context);
  }
  const navigate = (url) => {
    const event = Object.assign(new Event('navigate', { cancelable: true }), { destination: { url } });
    return { stopped: !navigation.dispatchEvent(event), left };
  };
  return { window, asked, inserted, navigate, HTMLLinkElement };
}

test('what passage-js asks goes to the server of the script', async () => {
  const { window, asked } = page();
  const init = { method: 'POST', body: '{}' };

  await window.fetch(`${AUTH}/users?identifier=%2B49170`, init);

  assert.equal(asked[0].input, `${SERVER}auth/v1/apps/q7Zk2mWd9XaBcE4fGhJ1tYuP/users?identifier=%2B49170`);
  assert.equal(asked[0].init, init);
});

test('an URL and a Request go there too, the latter with all that it has', async () => {
  const { window, asked } = page();

  await window.fetch(new URL(`${AUTH}/tokens`));
  await window.fetch(new Request(`${AUTH}/currentuser`, { method: 'DELETE', headers: { Authorization: 'Bearer t' } }));

  assert.equal(asked[0].input, `${SERVER}auth/v1/apps/q7Zk2mWd9XaBcE4fGhJ1tYuP/tokens`);
  assert.equal(asked[1].input.url, `${SERVER}auth/v1/apps/q7Zk2mWd9XaBcE4fGhJ1tYuP/currentuser`);
  assert.equal(asked[1].input.method, 'DELETE');
  assert.equal(asked[1].input.headers.get('authorization'), 'Bearer t');
});

test('texts, validator and style of the Elements come from the server of the script', async () => {
  const { window, asked, inserted, HTMLLinkElement } = page();

  await window.fetch('https://storage.googleapis.com/passage-frontend/locales/passage-auth/v2/de.json');
  await window.fetch('https://storage.googleapis.com/passage-frontend/locales/passage-auth/v2/en-us.json');
  const link = new HTMLLinkElement();
  link.href = 'https://cdn.jsdelivr.net/npm/intl-tel-input@24.3.4/build/css/intlTelInput.css';

  assert.deepEqual(asked.map(({ input }) => input), [`${SERVER}locales/de.json`, `${SERVER}locales/en.json`]);
  assert.equal(link.href, `${SERVER}vendor/intl-tel-input/css/intlTelInput.css`);
  assert.equal(inserted[0].type, 'importmap');
  assert.equal(inserted[0].nonce, 'n0nce');
  assert.deepEqual(JSON.parse(inserted[0].textContent), {
    imports: {
      'https://cdn.jsdelivr.net/npm/intl-tel-input@24.3.4/build/js/utils.js': `${SERVER}vendor/phone-validator.js`,
    },
  });
});

test('everything else is left alone', async () => {
  const { window, asked, HTMLLinkElement } = page();
  const request = new Request('https://shop.example/api');

  await window.fetch('/api/user');
  await window.fetch('https://auth.passage.id.evil.example/v1/apps');
  await window.fetch(request);
  const link = new HTMLLinkElement();
  link.href = '/style.css';

  assert.deepEqual(
    asked.map(({ input }) => input),
    ['/api/user', 'https://auth.passage.id.evil.example/v1/apps', request],
  );
  assert.equal(link.href, '/style.css');
});

test('who leaves for social login meets the server of the script; all other ways stay open', () => {
  const { navigate } = page();

  assert.equal(navigate('https://shop.example/dashboard').stopped, false);
  const { stopped, left } = navigate(`${AUTH}/social/authorize?state=1`);

  assert.equal(stopped, true);
  assert.deepEqual(left, [`${SERVER}auth/v1/apps/q7Zk2mWd9XaBcE4fGhJ1tYuP/social/authorize?state=1`]);
});

test('the script may be there twice', async () => {
  const { window, asked, inserted } = page({ times: 2 });

  await window.fetch(`${AUTH}/users`);

  assert.equal(asked.length, 1);
  assert.equal(inserted.length, 1);
});

test('autofill is found under the name that the Elements look for', async () => {
  const { window } = page({ capabilities: { conditionalGet: true, hybridTransport: false } });

  const found = await window.PublicKeyCredential.getClientCapabilities();

  assert.equal(found.conditionalMediation, true);
  assert.equal(found.hybridTransport, false);
});

test('a browser without capabilities stays without', () => {
  assert.equal(page().window.PublicKeyCredential, undefined);
});

for (const language of ['de', 'en', 'es', 'fr', 'it', 'pl', 'pt', 'zh']) {
  test(`the texts in ${language} are complete, with the same places for values, and without markup`, async () => {
    const read = async (name) =>
      JSON.parse(await readFile(new URL(`../../main/compat/locales/${name}.json`, import.meta.url), 'utf8'));
    const english = await read('en');
    const texts = await read(language);

    assert.deepEqual(Object.keys(texts), Object.keys(english));
    for (const [key, text] of Object.entries(texts)) {
      assert.ok(text.trim().length > 0, key);
      assert.deepEqual(text.match(/\{\d\}/g)?.sort(), english[key].match(/\{\d\}/g)?.sort(), key);
      assert.doesNotMatch(text, /[<>&]/, key);
    }
  });
}

test('the validator of intl-tel-input 25 takes what the Elements give', async () => {
  const source = await readFile(new URL('../../main/compat/vendor/phone-validator.js', import.meta.url), 'utf8');
  const calls = [];
  globalThis.phoneUtils = {
    getNumberType: () => 1,
    isPossibleNumber: (...given) => calls.push(given),
    isValidNumber: (...given) => calls.push(given),
  };
  const utils = `data:text/javascript,${encodeURIComponent('export default globalThis.phoneUtils;')}`;
  const adapted = `data:text/javascript,${encodeURIComponent(source.replace('./intl-tel-input/js/utils.js', utils))}`;

  const { default: validator } = await import(adapted);
  validator.isPossibleNumber('+49170', 'de', 'MOBILE');
  validator.isValidNumber('+49170', 'de');

  assert.equal(validator.getNumberType(), 1);
  assert.deepEqual(calls, [['+49170', 'de', ['MOBILE']], ['+49170', 'de', undefined]]);
});
