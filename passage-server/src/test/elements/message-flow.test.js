import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Code } from '../../main/elements/lib/errors.js';
import { ADA, APP, RESULT, failing, newWorld, seen, until } from './flow-fixture.js';

const STORED = 'store {"authToken":"jwt","redirectUrl":"/dashboard"}';
const handedOver = (/** @type {string} */ authType) =>
  `succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"identifier":"ada@example.com","authType":"${authType}"}`;

/** @type {ReturnType<typeof newWorld>} */
let world;
/** @type {any} */
let api;

beforeEach(() => {
  world = newWorld();
  api = world.api;
});

/** @param {object} settings of the app */
const appWith = (settings) => (api.app = async () => ({ ...APP, ...settings }));
const codes = () => appWith({ auth_methods: { passkeys: {}, otp: {}, magic_link: {} } });
const links = () => appWith({ auth_methods: { passkeys: {}, magic_link: {} } });
const known = (/** @type {object} */ more = {}) => (api.findUser = async () => ({ ...ADA, ...more }));

describe('a one-time code', () => {
  test('signs in somebody without a passkey, who is then offered one', async () => {
    codes();
    known({ webauthn_types: [] });
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    assert.deepEqual(seen(flow), { view: 'enter-code', error: undefined, waiting: undefined });

    await flow.enterCode('123456');
    assert.equal(flow.state.view, 'add-passkey');
    await flow.addPasskey();

    assert.equal(flow.state.view, 'done');
    assert.deepEqual(world.calls, [
      'beforeAuth ada@example.com {"authType":"login"}',
      'abort',
      'event onOneTimePasscodeLogin',
      'sendCode login ada@example.com en',
      'activateCode o1 123456',
      'event onOneTimePasscodeActivated',
      STORED,
      'event onAddPasskey',
      'startDevice platform',
      'create {"challenge":"AQ"}',
      'finishDevice {"handshake_id":"h1","user_id":"u1","handshake_response":{"id":"AbC"}}',
      'rememberPasskey u1 AbC',
      'rememberLogin ada@example.com',
      handedOver('login'),
    ]);
  });

  test('lets the offer be skipped, also while the browser asks', async () => {
    codes();
    known({ webauthn_types: [] });
    world.ceremony.create = () => new Promise(() => {});
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    await flow.enterCode('123456');
    flow.addPasskey();
    await until(() => flow.state.waiting === 'prompt');

    await flow.skip();

    assert.equal(flow.state.view, 'done');
    assert.equal(world.calls.at(-1), handedOver('login'));
  });

  test('makes no offer where this device can hold no passkey', async () => {
    codes();
    known({ webauthn_types: [] });
    world.support.platform = false;
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    await flow.enterCode('123456');

    assert.equal(flow.state.view, 'done');
  });

  for (const [why, details, code] of /** @type {const} */ ([
    ['wrong', { statusCode: 400 }, Code.codeWrong],
    ['expired', { statusCode: 404 }, Code.codeExpired],
    ['wrong too often', { statusCode: 401 }, Code.codeAttempts],
  ])) {
    test(`that is ${why} is said to be, and the next one is taken`, async () => {
      codes();
      known({ webauthn_types: [] });
      const { activateCode } = api;
      api.activateCode = failing(Code.unexpected, details);
      const flow = await world.started('login');
      await flow.submit('ada@example.com');
      await flow.enterCode('000000');
      assert.deepEqual(seen(flow), { view: 'enter-code', error: code, waiting: undefined });

      api.activateCode = activateCode;
      await flow.resend();
      await flow.enterCode('123456');

      assert.equal(flow.state.view, 'add-passkey');
    });
  }

  test('that is not complete goes nowhere', async () => {
    codes();
    known({ webauthn_types: [] });
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    world.calls.length = 0;
    await flow.enterCode('12345');

    assert.equal(flow.state.error?.code, Code.codeIncomplete);
    assert.deepEqual(world.calls, []);
  });

  test('is sent again by the login call, also for a registration', async () => {
    appWith({ auth_methods: { otp: {} } });
    const flow = await world.started('register');
    await flow.submit('ada@example.com');
    await flow.resend();

    assert.deepEqual(world.calls.filter((call) => call.startsWith('sendCode')), [
      'sendCode register ada@example.com en',
      'sendCode login ada@example.com en',
    ]);
  });

  test('can be asked for while the browser waits for a passkey, which then has no say any more', async () => {
    codes();
    known();
    /** @type {(reason: unknown) => void} */
    let refuse = () => {};
    world.ceremony.get = () => new Promise((_, reject) => (refuse = reject));
    const flow = await world.started('login');
    flow.submit('ada@example.com');
    await until(() => flow.state.waiting === 'prompt');

    await flow.useFallback();
    refuse(new DOMException('', 'AbortError'));
    await new Promise(setImmediate);

    assert.deepEqual(seen(flow), { view: 'enter-code', error: undefined, waiting: undefined });
  });

  test('replaces the passkey that this browser or address can’t have', async () => {
    for (const [app, ability] of [[{}, { webauthn: false }], [{ auth_origin: 'https://other.example' }, {}]]) {
      world = newWorld();
      api = world.api;
      appWith({ auth_methods: { passkeys: {}, otp: {} }, ...app });
      known();
      Object.assign(world.support, ability);
      const flow = await world.started('login');
      await flow.submit('ada@example.com');

      assert.equal(flow.state.view, 'enter-code');
    }
  });

  test('comes before the passkey where identifiers must be verified', async () => {
    appWith({ auth_methods: { passkeys: {}, otp: {} }, require_identifier_verification: true });
    const registration = await world.started('register');
    await registration.submit('ada@example.com');
    assert.equal(registration.state.view, 'enter-code');

    known({ email_verified: false });
    const login = await world.started('login');
    await login.submit('ada@example.com');
    assert.equal(login.state.view, 'enter-code');

    known({ email_verified: true });
    const verified = await world.started('login');
    await verified.submit('ada@example.com');
    assert.equal(verified.state.view, 'done');
  });

  test('replaces a passkey that only another device has', async () => {
    codes();
    known({ webauthn_types: ['platform'] });
    const elsewhere = await world.started('login');
    await elsewhere.submit('ada@example.com');
    assert.equal(elsewhere.state.view, 'enter-code');

    world.page.knowsPasskey = () => true;
    const here = await world.started('login');
    await here.submit('ada@example.com');
    assert.equal(here.state.view, 'done');
  });

  test('is not spent twice when the page’s store fails: only storing is repeated', async () => {
    codes();
    known({ webauthn_types: [] });
    const { store } = world.page;
    world.page.store = async () => {
      throw new TypeError('full');
    };
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    await flow.enterCode('123456');
    assert.deepEqual(seen(flow), { view: 'done', error: Code.pageFailed, waiting: undefined });

    world.page.store = store;
    await flow.retry();

    assert.equal(flow.state.view, 'add-passkey');
    assert.equal(world.calls.filter((call) => call.startsWith('activateCode')).length, 1);
  });
});

describe('a magic link', () => {
  test('is asked about every five seconds until it was opened, then no more', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    links();
    known({ webauthn_types: [] });
    let polls = 0;
    api.linkStatus = async (/** @type {string} */ id) => {
      assert.equal(id, 'm1');
      if (++polls < 3) throw new Error('not yet');
      return RESULT;
    };
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    assert.ok(world.calls.includes('sendLink login ada@example.com en /login?next=%2F'));

    for (let second = 0; second < 60; second++) {
      t.mock.timers.tick(1_000);
      await new Promise(setImmediate);
      if (second === 3) assert.equal(polls, 0);
    }

    assert.equal(polls, 3);
    assert.equal(flow.state.view, 'add-passkey');
    assert.ok(world.calls.includes('event onMagicLinkActivated'));
  });

  test('is asked about for an hour at most, and not after going back', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    links();
    known({ webauthn_types: [] });
    let polls = 0;
    api.linkStatus = async () => {
      polls++;
      throw new Error('not yet');
    };
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    for (let poll = 0; poll < 800; poll++) {
      t.mock.timers.tick(5_000);
      await new Promise(setImmediate);
    }
    assert.equal(polls, 720);

    await flow.resend();
    flow.changeIdentifier();
    t.mock.timers.tick(5_000);
    await new Promise(setImmediate);

    assert.equal(polls, 720);
    assert.equal(flow.state.view, 'home');
  });

  test('that was sent again is the one that is asked about, also when an answer about the first is still to come', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    links();
    known({ webauthn_types: [] });
    /** @type {((reason: unknown) => void)[]} */
    const pending = [];
    let sent = 0;
    /** @type {string[]} */
    const asked = [];
    api.sendLink = async () => `m${++sent}`;
    api.linkStatus = (/** @type {string} */ id) => {
      asked.push(id);
      return new Promise((_, reject) => pending.push(reject));
    };
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    t.mock.timers.tick(5_000);
    await flow.resend();
    pending[0](new Error('not yet'));
    await new Promise(setImmediate);
    t.mock.timers.tick(5_000);
    await new Promise(setImmediate);

    assert.deepEqual(asked, ['m1', 'm2']);
  });

  test('that led here signs in and offers a passkey', async () => {
    links();
    world.page.takeLink = () => ({ token: 'ml.a', isVerification: false });
    const flow = world.newFlow('login');
    await flow.start();
    assert.equal(flow.state.view, 'add-passkey');
    await flow.skip();

    assert.deepEqual(world.calls, [
      'activateLink ml.a',
      'event onMagicLinkActivateSuccess',
      'currentUser jwt',
      STORED,
      'event onAddPasskey',
      'abort',
      'rememberLogin ada@example.com',
      'succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"identifier":"ada@example.com","userMetadata":{}}',
    ]);
  });

  test('that verifies says so for two seconds, and offers no passkey', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    links();
    world.page.takeLink = () => ({ token: 'ml.a', isVerification: true });
    const flow = world.newFlow('login');
    await flow.start();
    assert.deepEqual([flow.state.view, flow.state.linkDone], ['open-link', true]);

    t.mock.timers.tick(2_000);
    await until(() => flow.state.view === 'done');
  });

  test('that is unknown or used is told from a failure that may pass', async () => {
    links();
    world.page.takeLink = () => ({ token: 'ml.a', isVerification: false });
    for (const [statusCode, code] of [[404, Code.linkInvalid], [401, Code.linkInvalid], [400, Code.linkFailed]]) {
      api.activateLink = failing(Code.unexpected, { statusCode });
      const flow = world.newFlow('login');
      await flow.start();

      assert.deepEqual(seen(flow), { view: 'open-link', error: code, waiting: undefined });
    }
    assert.ok(!world.calls.includes('event onMagicLinkActivateSuccess'));
  });
});

describe('passkeys from before the address was confirmed', () => {
  const DOUBTFUL = [{ id: 'd1', cred_id: 'c1', unconfirmed: true }, { id: 'd2', cred_id: 'c2', unconfirmed: true }];

  async function signedIn() {
    codes();
    known({ email_verified: false, webauthn_types: [] });
    api.activateCode = async () => ({ ...RESULT, unconfirmedPasskeys: 2 });
    world.user.devices = async () => [...DOUBTFUL, { id: 'd3', cred_id: 'c3' }];
    const flow = await world.started('login');
    await flow.submit('ada@example.com');
    await flow.enterCode('123456');
    assert.deepEqual([flow.state.view, flow.state.devices], ['doubtful-passkeys', DOUBTFUL]);
    world.calls.length = 0;
    return flow;
  }

  test('are removed one by one, and the browser hears of it', async () => {
    const flow = await signedIn();
    await flow.judgePasskeys('remove');

    assert.equal(flow.state.view, 'add-passkey');
    assert.deepEqual(world.calls, ['removeDevice d1', 'discardPasskey c1', 'removeDevice d2', 'discardPasskey c2', 'event onAddPasskey']);
  });

  test('are kept when the person knows them', async () => {
    const flow = await signedIn();
    await flow.judgePasskeys('keep');

    assert.equal(flow.state.view, 'add-passkey');
    assert.deepEqual(world.calls, ['confirmDevices', 'event onAddPasskey']);
  });

  test('that are gone already do not stop a second try', async () => {
    const flow = await signedIn();
    const { removeDevice } = world.user;
    world.user.removeDevice = failing(Code.network);
    await flow.judgePasskeys('remove');
    assert.deepEqual(seen(flow), { view: 'doubtful-passkeys', error: Code.network, waiting: undefined });

    world.user.removeDevice = async (/** @type {string} */ id) => {
      if (id === 'd1') await failing(Code.unexpected, { statusCode: 404 })();
      await removeDevice(id);
    };
    await flow.judgePasskeys('remove');

    assert.equal(flow.state.view, 'add-passkey');
  });
});

test('a token that ran out while the offer was looked at is renewed before the page gets it', async () => {
  codes();
  known({ webauthn_types: [] });
  const encoded = (/** @type {object} */ part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const old = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ exp: Date.now() / 1000 - 1 })}.sig`;
  api.activateCode = async () => ({ ...RESULT, authToken: old, refreshToken: 'r1' });
  api.refresh = async (/** @type {string} */ token) => ({ authToken: `new for ${token}`, redirectUrl: '/elsewhere' });
  const flow = await world.started('login');
  await flow.submit('ada@example.com');
  await flow.enterCode('123456');
  await flow.skip();

  assert.ok(world.calls.at(-1)?.startsWith('succeed {"authToken":"new for r1","redirectUrl":"/dashboard","refreshToken":"r1"}'));
});

test('what a registration asked for goes to the page whole, and to the server as far as it is a field of the app', async () => {
  appWith({ user_metadata_schema: [{ field_name: 'city' }] });
  const flow = await world.started('register');
  await flow.submit('ada@example.com', { city: 'London', name: 'Ada' });
  await flow.createPasskey('this-device');

  assert.ok(world.calls.includes('beforeAuth ada@example.com {"authType":"register","userMetadata":{"city":"London","name":"Ada"}}'));
  assert.ok(world.calls.includes('createUser ada@example.com {"city":"London"}'));
  assert.ok(world.calls.at(-1)?.endsWith('{"identifier":"ada@example.com","authType":"register","userMetadata":{"city":"London","name":"Ada"}}'));
});
