import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Code, PassageError } from '../../main/elements/lib/errors.js';
import { ADA, APP, ORIGIN, RESULT, failing, newWorld, seen, until } from './flow-fixture.js';

/** @type {ReturnType<typeof newWorld>} */
let world;
/** @type {string[]} */
let calls;
/** @type {any} */
let api;
/** @type {any} */
let ceremony;
/** @type {any} */
let page;
/** @type {any[]} */
let states;
/** @type {any} */
let support;

beforeEach(() => {
  world = newWorld();
  ({ calls, states, api, ceremony, page, support } = world);
});

/** @param {any[]} forms */
const started = (...forms) => world.started(...forms);

describe('start', () => {
  test('shows the form and says so', async () => {
    const flow = world.newFlow('login');
    await flow.start();

    assert.equal(flow.state.view, 'home');
    assert.deepEqual(calls, ['app', 'event onShowLogin', 'event onLoaded']);
  });

  test('of a registration does not say onLoaded', async () => {
    const flow = world.newFlow('register');
    await flow.start();

    assert.deepEqual(calls, ['app', 'event onShowRegister']);
  });

  /** @type {[string, object, object, string][]} */
  const refusals = [
    ['the app belongs to another origin', { auth_origin: 'https://other.example' }, {}, Code.wrongOrigin],
    ['passkeys are off, and all else', { auth_methods: {} }, {}, Code.passkeysDisabled],
    ['the page is not secure', {}, { secure: false, webauthn: false }, Code.insecureContext],
    ['the browser has no WebAuthn', {}, { webauthn: false }, Code.passkeysUnsupported],
  ];
  for (const [reason, app, ability, code] of refusals) {
    test(`is blocked when ${reason}`, async () => {
      api.app = async () => ({ ...APP, ...app });
      Object.assign(support, ability);

      assert.deepEqual(seen(await started('login')), { view: 'blocked', error: code, waiting: undefined });
    });
  }

  test('tolerates a slash at the end of the origin', async () => {
    api.app = async () => ({ ...APP, auth_origin: `${ORIGIN}/` });

    assert.equal((await started('login')).state.view, 'home');
  });

  test('is blocked for registration only when sign-up is closed', async () => {
    api.app = async () => ({ ...APP, public_signup: false });

    assert.equal((await started('register')).state.error?.code, Code.signupClosed);
    const both = await started('login', 'register');
    assert.deepEqual([both.state.view, both.canToggle], ['home', false]);
  });

  test('can be tried again after a network failure', async () => {
    const { app } = api;
    api.app = failing(Code.network);
    const flow = await started('login');
    assert.deepEqual(seen(flow), { view: 'blocked', error: Code.network, waiting: undefined });

    api.app = app;
    await flow.retry();

    assert.deepEqual(seen(flow), { view: 'home', error: undefined, waiting: undefined });
  });
});

describe('registration', () => {
  test('calls the API in the published order', async () => {
    const flow = await started('register');
    await flow.submit(' Ada@Example.com ');
    assert.equal(flow.state.view, 'create-passkey');
    await flow.createPasskey('this-device');

    assert.equal(flow.state.view, 'done');
    assert.deepEqual(calls, [
      'findUser ada@example.com',
      'beforeAuth ada@example.com {"authType":"register"}',
      'createUser ada@example.com',
      'event onRegisterPasskey',
      'abort',
      'startRegistration ada@example.com platform',
      'create {"challenge":"AQ"}',
      'finishRegistration {"handshake_id":"h1","user_id":"u1","handshake_response":{"id":"AbC"}}',
      'rememberPasskey u1 AbC',
      'rememberLogin ada@example.com',
      'store {"authToken":"jwt","redirectUrl":"/dashboard"}',
      'succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"identifier":"ada@example.com","authType":"register"}',
    ]);
  });

  test('goes on with a pending user', async () => {
    api.findUser = async () => ({ ...ADA, status: 'pending' });
    const flow = await started('register');
    await flow.submit('ada@example.com');

    assert.equal(flow.state.view, 'create-passkey');
  });

  test('stops before the page is asked when the user is active or inactive', async () => {
    for (const [status, code] of [['active', Code.alreadyExists], ['inactive', Code.inactive]]) {
      api.findUser = async () => ({ ...ADA, status });
      const flow = await started('register');
      await flow.submit('ada@example.com');

      assert.deepEqual(seen(flow), { view: 'home', error: code, waiting: undefined });
      assert.deepEqual(calls, []);
    }
  });

  test('changes nothing and says nothing when the page refuses', async () => {
    page.beforeAuth = async () => false;
    const flow = await started('register');
    await flow.submit('ada@example.com');

    assert.deepEqual(seen(flow), { view: 'home', error: undefined, waiting: undefined });
    assert.deepEqual(calls, ['findUser ada@example.com']);
  });

  test('calls nobody for something that is no e-mail address', async () => {
    const flow = await started('register');
    await flow.submit('ada');

    assert.equal(flow.state.error?.code, Code.identifierInvalid);
    assert.deepEqual(calls, []);
  });

  test('tells why a sign-up was refused', async () => {
    const flow = await started('register');
    const told = async (/** @type {any} */ details) => {
      api.createUser = failing(Code.unexpected, details);
      await flow.submit('ada@example.com');
      return flow.state.error?.code;
    };

    assert.equal(await told({ statusCode: 400, message: 'user: already exists.' }), Code.alreadyExists);
    assert.equal(await told({ statusCode: 400, message: 'Public signup is off' }), Code.signupClosed);
    assert.equal(await told({ statusCode: 403, message: '' }), Code.signupClosed);
    assert.equal(await told({ statusCode: 400, message: 'identifier' }), Code.identifierInvalid);
  });

  test('asks for another device when this one can’t or shouldn’t keep the passkey', async () => {
    const flow = await started('register');
    await flow.submit('ada@example.com');
    await flow.createPasskey('other-device');
    assert.ok(calls.includes('startRegistration ada@example.com cross-platform'));

    support.platform = false;
    const bare = await started('register');
    await bare.submit('ada@example.com');
    await bare.createPasskey('this-device');
    assert.ok(calls.includes('startRegistration ada@example.com cross-platform'));
  });

  for (const step of ['startRegistration', 'finishRegistration']) {
    test(`tells at ${step} that another tab was faster, rather than that the passkey is bad`, async () => {
      api[step] = failing(Code.unexpected, { statusCode: 400, serverCode: 'invalid_request', message: 'user: already exists.' });
      const flow = await started('register');
      await flow.submit('ada@example.com');
      await flow.createPasskey('this-device');

      assert.deepEqual(seen(flow), { view: 'create-passkey', error: Code.alreadyExists, waiting: undefined });
      assert.deepEqual(flow.state.error?.args, ['ada@example.com']);
    });

    test(`says at ${step} that the server refused the passkey`, async () => {
      api[step] = failing(Code.unexpected, { statusCode: 400, serverCode: 'invalid_request', message: 'handshake_response: is malformed.' });
      const flow = await started('register');
      await flow.submit('ada@example.com');
      await flow.createPasskey('this-device');

      assert.equal(flow.state.error?.code, Code.createRefused);
    });
  }

  test('stays at the passkey after a cancelled prompt, and goes on at the next try', async () => {
    const { create } = ceremony;
    ceremony.create = failing(Code.createCancelled);
    const flow = await started('register');
    await flow.submit('ada@example.com');
    await flow.createPasskey('this-device');
    assert.deepEqual(seen(flow), { view: 'create-passkey', error: Code.createCancelled, waiting: undefined });

    ceremony.create = create;
    await flow.createPasskey('this-device');

    assert.equal(flow.state.view, 'done');
  });
});

describe('login with an identifier', () => {
  beforeEach(() => {
    api.findUser = async () => ADA;
  });

  test('calls the API in the published order', async () => {
    const flow = await started('login');
    await flow.submit('ada@example.com');

    assert.equal(flow.state.view, 'done');
    assert.deepEqual(calls, [
      'beforeAuth ada@example.com {"authType":"login"}',
      'event onVerifyIdentity',
      'abort',
      'startLogin ada@example.com',
      'get {"challenge":"AQ"}',
      'finishLogin {"handshake_id":"h1","user_id":"u1","handshake_response":{"id":"AbC"}}',
      'rememberLogin ada@example.com',
      'store {"authToken":"jwt","redirectUrl":"/dashboard"}',
      'succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"identifier":"ada@example.com","authType":"login"}',
    ]);
  });

  test('asks the page first, then says who is unknown or inactive', async () => {
    for (const [user, code] of /** @type {[any, string][]} */ ([[null, Code.notRecognized], [{ ...ADA, status: 'inactive' }, Code.inactive]])) {
      api.findUser = async () => user;
      const flow = await started('login');
      await flow.submit('ada@example.com');

      assert.deepEqual(seen(flow), { view: 'home', error: code, waiting: undefined });
      assert.deepEqual(calls, ['beforeAuth ada@example.com {"authType":"login"}']);
    }
  });

  test('does not prompt for a user without a passkey', async () => {
    api.findUser = async () => ({ ...ADA, status: 'pending', webauthn_types: [] });
    const flow = await started('login');
    await flow.submit('ada@example.com');

    assert.deepEqual([flow.state.view, flow.state.userStatus], ['no-passkey', 'pending']);
    assert.deepEqual(calls.at(-1), 'abort');
  });

  test('repeats only the passkey after a cancelled prompt', async () => {
    const { get } = ceremony;
    ceremony.get = failing(Code.getCancelled);
    const flow = await started('login');
    await flow.submit('ada@example.com');
    assert.deepEqual(seen(flow), { view: 'use-passkey', error: Code.getCancelled, waiting: undefined });
    calls.length = 0;

    ceremony.get = get;
    await flow.retry();

    assert.equal(flow.state.view, 'done');
    assert.equal(calls[0], 'startLogin ada@example.com');
  });

  test('says that the server refused the passkey', async () => {
    api.finishLogin = failing(Code.unexpected, { statusCode: 401, serverCode: 'webauthn_login_failed' });
    const flow = await started('login');
    await flow.submit('ada@example.com');

    assert.deepEqual(seen(flow), { view: 'use-passkey', error: Code.getRefused, waiting: undefined });
  });

  test('keeps what was typed when the server fails, and goes back with it', async () => {
    api.findUser = failing(Code.serverFailed, { statusCode: 503 });
    const flow = await started('login');
    await flow.submit('ada@example.com');

    assert.deepEqual(seen(flow), { view: 'home', error: Code.serverFailed, waiting: undefined });
    assert.equal(flow.state.identifier, 'ada@example.com');
  });

  test('sends the form once, however often the button is pressed', async () => {
    const flow = await started('login');
    await Promise.all([flow.submit('ada@example.com'), flow.submit('ada@example.com')]);

    assert.equal(calls.filter((call) => call.startsWith('startLogin')).length, 1);
  });

  test('ends the prompt on the way back to the form', async () => {
    ceremony.get = () => new Promise(() => {});
    const flow = await started('login');
    flow.submit('ada@example.com');
    await until(() => flow.state.waiting === 'prompt');

    flow.changeIdentifier();

    assert.ok(calls.includes('abort'));
    assert.deepEqual(seen(flow), { view: 'home', error: undefined, waiting: undefined });
  });
});

describe('login with any passkey', () => {
  const HANDED_OVER = 'succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"identifier":"ada@example.com","userMetadata":{}}';

  test('by the button sends no identifier and learns it afterwards', async () => {
    const flow = await started('login');
    await flow.useAnyPasskey('');

    assert.equal(flow.state.view, 'done');
    assert.deepEqual(calls, [
      'abort',
      'startLogin',
      'get {"challenge":"AQ"}',
      'finishLogin {"handshake_id":"h1","handshake_response":{"id":"AbC"}}',
      'currentUser jwt',
      'rememberLogin ada@example.com',
      'store {"authToken":"jwt","redirectUrl":"/dashboard"}',
      HANDED_OVER,
    ]);
  });

  test('by autofill is offered as soon as the form is there', async () => {
    support.conditional = true;
    /** @type {any} */
    let mediation;
    ceremony.get = async (/** @type {any} */ _, /** @type {any} */ options) => {
      mediation = options;
      return { id: 'AbC' };
    };
    const flow = await started('login');
    await until(() => flow.state.view === 'done');

    assert.deepEqual(mediation, { conditional: true });
  });

  test('goes on when the identifier can’t be learned', async () => {
    api.currentUser = failing(Code.network);
    const flow = await started('login');
    await flow.useAnyPasskey('');

    assert.equal(calls.at(-1), 'succeed {"authToken":"jwt","redirectUrl":"/dashboard"} {"userMetadata":{}}');
  });

  test('by autofill fails silently before a passkey was picked', async () => {
    support.conditional = true;
    ceremony.get = failing(Code.getCancelled);
    const flow = await started('login');
    await new Promise(setImmediate);

    assert.deepEqual(seen(flow), { view: 'home', error: undefined, waiting: undefined });
  });

  test('by autofill gets a fresh handshake after ten minutes, until the form goes away', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    support.conditional = true;
    /** @type {(reason: unknown) => void} */
    let end = () => {};
    let offers = 0;
    ceremony.get = () => {
      end(new PassageError(Code.ceremonyAborted));
      offers++;
      return new Promise((_, reject) => (end = reject));
    };
    ceremony.abort = () => end(new PassageError(Code.ceremonyAborted));
    const flow = await started('login', 'register');
    await until(() => offers === 1);

    t.mock.timers.tick(599_999);
    await new Promise(setImmediate);
    assert.equal(offers, 1);
    t.mock.timers.tick(1);
    await until(() => offers === 2);
    flow.toggle('');
    await new Promise(setImmediate);
    t.mock.timers.tick(600_000);
    await new Promise(setImmediate);

    assert.equal(offers, 2);
  });

  test('by autofill tells when the picked passkey was refused, and offers again', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    support.conditional = true;
    let picks = 0;
    ceremony.get = () => (picks++ ? new Promise(() => {}) : Promise.resolve({ id: 'AbC' }));
    api.finishLogin = failing(Code.unexpected, { statusCode: 401, serverCode: 'discoverable_login_failed' });
    const flow = await started('login');
    await until(() => picks === 2);

    assert.deepEqual(seen(flow), { view: 'home', error: Code.getRefused, waiting: undefined });
  });

  test('is not offered by autofill in a registration', async () => {
    support.conditional = true;
    await started('register');

    assert.deepEqual(calls, []);
  });
});

describe('login and registration in one element', () => {
  test('changes forms with what was typed, and ends the offer of autofill', async () => {
    const flow = await started('login', 'register');
    flow.toggle('ada@example.com');

    assert.deepEqual([flow.state.form, flow.state.identifier], ['register', 'ada@example.com']);
    assert.deepEqual(calls, ['abort', 'event onShowRegister']);
  });
});

describe('the hand-over to the page', () => {
  test('is repeated alone when it failed', async () => {
    const { succeed } = page;
    page.succeed = async () => {
      throw new TypeError('Failed to fetch');
    };
    api.findUser = async () => ADA;
    const flow = await started('login');
    await flow.submit('ada@example.com');
    assert.deepEqual(seen(flow), { view: 'done', error: Code.pageFailed, waiting: undefined });
    calls.length = 0;

    page.succeed = succeed;
    await flow.retry();

    assert.deepEqual(seen(flow), { view: 'done', error: undefined, waiting: undefined });
    assert.equal(calls.length, 1);
  });

  test('does not happen for a result without token or address', async () => {
    api.findUser = async () => ADA;
    for (const result of [{ ...RESULT, authToken: '' }, { ...RESULT, redirectUrl: '' }]) {
      api.finishLogin = async () => result;
      const flow = await started('login');
      await flow.submit('ada@example.com');

      assert.equal(flow.state.error?.code, Code.serverFailed);
      assert.ok(!calls.some((call) => call.startsWith('succeed')));
    }
  });
});

test('a stopped flow shows nothing any more', async () => {
  const flow = await started('login');
  flow.stop();
  states.length = 0;
  await flow.submit('ada@example.com');

  assert.deepEqual(calls.slice(0, 2), ['abort', 'close']);
  assert.deepEqual(states, []);
});
