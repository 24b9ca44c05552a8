import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { memory } from '../../main/elements/lib/storage.js';
import { defaultTokenStore } from '../../main/elements/lib/token-store.js';
import { webAddress } from '../../main/elements/lib/urls.js';

/** @type {Map<string, string>} */
let stored;
/** @type {any} */
const page = globalThis;

beforeEach(() => {
  stored = new Map();
  page.document = { cookie: '' };
  page.location = new URL('https://shop.example/login');
  page.localStorage = {
    getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
    removeItem: (/** @type {string} */ key) => stored.delete(key),
  };
});

describe('the default token store', () => {
  test('keeps tokens in local storage and a session cookie for the whole site', () => {
    defaultTokenStore.setTokens({ authToken: 'jwt', redirectUrl: '/', refreshToken: 'rt' });

    assert.equal(page.document.cookie, 'psg_auth_token=jwt; path=/; SameSite=Lax; Secure');
    assert.deepEqual([defaultTokenStore.getAuthToken(), defaultTokenStore.getRefreshToken()], ['jwt', 'rt']);
  });

  for (const origin of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
    test(`leaves Secure out at ${origin}, where there is no https`, () => {
      page.location = new URL(origin);
      defaultTokenStore.setTokens({ authToken: 'jwt', redirectUrl: '/' });

      assert.ok(!page.document.cookie.includes('Secure'));
    });
  }

  test('keeps Secure at a host whose name only begins like this machine’s', () => {
    page.location = new URL('http://localhost.example');
    defaultTokenStore.setTokens({ authToken: 'jwt', redirectUrl: '/' });

    assert.ok(page.document.cookie.includes('Secure'));
  });

  test('clears the cookie on the path that it was set on', () => {
    defaultTokenStore.setTokens({ authToken: 'jwt', redirectUrl: '/', refreshToken: 'rt' });
    defaultTokenStore.clearTokens();

    assert.match(page.document.cookie, /^psg_auth_token=; path=\/;.*; Max-Age=0$/);
    assert.equal(stored.size, 0);
  });

  test('works where local storage is forbidden', () => {
    page.localStorage = undefined;
    defaultTokenStore.setTokens({ authToken: 'jwt', redirectUrl: '/' });

    assert.equal(defaultTokenStore.getAuthToken(), undefined);
    assert.match(page.document.cookie, /^psg_auth_token=jwt;/);
  });
});

describe('what is remembered', () => {
  test('is one passkey for each user, under the published key', () => {
    memory.rememberPasskey('u1', 'old');
    memory.rememberPasskey('u1', 'new');
    memory.rememberPasskey('u2', 'other');

    assert.deepEqual(JSON.parse(stored.get('psg_cred_obj') ?? ''), { u1: 'new', u2: 'other' });
  });

  test('starts over when it is unreadable', () => {
    stored.set('psg_cred_obj', '{');
    memory.rememberPasskey('u1', 'id');

    assert.deepEqual(JSON.parse(stored.get('psg_cred_obj') ?? ''), { u1: 'id' });
  });
});

describe('an address to go to', () => {
  test('is one of the web, absolute or not', () => {
    assert.equal(webAddress('/dashboard'), 'https://shop.example/dashboard');
    assert.equal(webAddress('https://app.example/x'), 'https://app.example/x');
  });

  for (const address of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'http://']) {
    test(`is never ${address}`, () => assert.equal(webAddress(address), undefined));
  }
});
