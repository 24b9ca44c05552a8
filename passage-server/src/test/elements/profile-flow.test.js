import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ProfileFlow } from '../../main/elements/flow/profile-flow.js';
import { Code, PassageError } from '../../main/elements/lib/errors.js';
import { APP, ORIGIN, failing, newWorld, until } from './flow-fixture.js';

/** @type {any} */
const DEVICE = { id: 'd1', cred_id: 'c1', friendly_name: 'Laptop' };
/** @type {any} */
const ADA = { id: 'u1', email: 'ada@example.com', phone: '', user_metadata: { city: 'London' }, webauthn_devices: [DEVICE] };

/** @type {ReturnType<typeof newWorld>} */
let world;
/** @type {any} */
let session;

beforeEach(() => {
  world = newWorld();
  session = { token: async () => 'jwt' };
  world.api.app = async () => ({ ...APP, profile_management: true, required_identifier: 'email' });
  Object.assign(world.user, {
    get: async () => ADA,
    devices: async () => [DEVICE],
    renameDevice: note('renameDevice', DEVICE),
    updateMetadata: note('updateMetadata', { ...ADA, user_metadata: { city: 'Paris' } }),
    changeEmail: note('changeEmail', 'm1'),
    changePhone: note('changePhone', ''),
  });
  Object.assign(world.page, {
    changed: (/** @type {string} */ what) => world.calls.push(`changed ${what}`),
    signal: {
      accepted: note('accepted', undefined),
      details: note('details', undefined),
    },
  });
});

/** @type {(name: string, answer: any) => (...args: any[]) => Promise<any>} */
const note = (name, answer) => async (...args) => {
  world.calls.push([name, ...args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)))].join(' '));
  return answer;
};

async function started() {
  const flow = new ProfileFlow({ ...world, session, support: async () => world.support, render: () => {} });
  await flow.start();
  world.calls.length = 0;
  return flow;
}

/** @param {ProfileFlow} flow */
const seen = ({ state }) => ({ view: state.view, error: state.error?.code, field: state.field, dialog: state.dialog });

test('shows nobody, and asks nothing, without a token', async () => {
  session.token = async () => {
    throw new PassageError(Code.loginRequired);
  };

  assert.deepEqual(seen(await started()), { view: 'signed-out', error: Code.loginRequired, field: undefined, dialog: '' });
});

test('says why nobody can be shown once the texts for it are there', async () => {
  world.api.app = failing(Code.network);
  let prepared = () => {};
  const support = () => new Promise((resolve) => (prepared = () => resolve(world.support)));
  const flow = new ProfileFlow({ ...world, session, support, render: () => {} });
  const start = flow.start();
  await new Promise(setImmediate);
  assert.equal(flow.state.view, 'loading');
  prepared();
  await start;

  assert.deepEqual(seen(flow), { view: 'blocked', error: Code.network, field: undefined, dialog: '' });
});

test('asks to sign in again when the server refuses the token, whatever was going on', async () => {
  const flow = await started();
  world.user.renameDevice = failing(Code.unexpected, { statusCode: 401, serverCode: 'invalid_access_token' });
  flow.ask('rename', DEVICE);
  await flow.keys.rename(DEVICE, 'Phone');

  assert.deepEqual(seen(flow), { view: 'signed-out', error: Code.loginRequired, field: undefined, dialog: '' });
});

describe('passkeys', () => {
  test('are added', async () => {
    const flow = await started();
    flow.ask('add');
    await flow.keys.add('other-device');

    assert.deepEqual([flow.state.done, flow.state.dialog], ['passkey-added', '']);
    assert.deepEqual(world.calls, [
      'startDevice cross-platform',
      'create {"challenge":"AQ"}',
      'finishDevice {"handshake_id":"h1","user_id":"u1","handshake_response":{"id":"AbC"}}',
      'rememberPasskey u1 AbC',
      'changed passkeys',
      'accepted shop.example u1 ["c1"]',
      'details shop.example u1 ada@example.com',
    ]);
  });

  test('are renamed, with a name that is one', async () => {
    const flow = await started();
    flow.ask('rename', DEVICE);
    for (const name of ['  ', 'x'.repeat(65)]) {
      await flow.keys.rename(DEVICE, name);
      assert.deepEqual([flow.state.error?.code, flow.state.dialog], [Code.nameInvalid, 'rename']);
    }
    assert.deepEqual(world.calls, []);
    await flow.keys.rename(DEVICE, ' Phone ');

    assert.equal(world.calls[0], 'renameDevice d1 Phone');
    assert.equal(flow.state.done, 'passkey-renamed');
  });

  test('are removed, and the browser hears of it', async () => {
    const flow = await started();
    await flow.keys.remove(DEVICE);

    assert.deepEqual(world.calls.slice(0, 2), ['removeDevice d1', 'discardPasskey c1']);
    assert.equal(flow.state.done, 'passkey-removed');
  });

  test('that are gone already are gone; the last way in stays', async () => {
    const flow = await started();
    world.user.removeDevice = failing(Code.unexpected, { statusCode: 404, serverCode: 'device_not_found' });
    await flow.keys.remove(DEVICE);
    assert.equal(flow.state.done, 'passkey-removed');
    world.calls.length = 0;

    world.user.removeDevice = failing(Code.unexpected, { statusCode: 403, serverCode: 'operation_not_allowed' });
    flow.ask('remove', DEVICE);
    await flow.keys.remove(DEVICE);

    assert.deepEqual(seen(flow), { view: 'profile', error: Code.lastPasskey, field: undefined, dialog: 'remove' });
    assert.deepEqual(world.calls, []);
  });

  test('can be left while the browser asks', async () => {
    world.ceremony.create = () => new Promise(() => {});
    const flow = await started();
    flow.ask('add');
    flow.keys.add('this-device');
    await until(() => flow.state.waiting === 'prompt');
    flow.dismiss();

    assert.deepEqual([flow.state.dialog, flow.state.waiting], ['', undefined]);
    assert.equal(world.calls.at(-1), 'abort');
  });
});

describe('personal data', () => {
  test('are saved as far as they differ', async () => {
    const flow = await started();
    flow.data.edit();
    await flow.data.save({ email: ' Ada@Example.com ', metadata: { city: 'Paris', age: null } });

    assert.deepEqual(world.calls, ['updateMetadata {"city":"Paris"}', 'changed fields']);
    assert.deepEqual([flow.state.isEditing, flow.state.done], [false, 'saved']);
  });

  test('keep the old address until the new one is confirmed', async () => {
    const flow = await started();
    flow.data.edit();
    await flow.data.save({ email: 'ada@new.example', metadata: {} });
    assert.deepEqual(world.calls, ['findUser ada@new.example', 'changeEmail ada@new.example en']);
    const pending = [{ kind: 'email', value: 'ada@new.example' }];
    assert.deepEqual([flow.state.user?.email, flow.state.pending], ['ada@example.com', pending]);

    await flow.refresh();
    assert.deepEqual(flow.state.pending, pending);
    world.user.get = async () => ({ ...ADA, email: 'ada@new.example' });
    await flow.refresh();

    assert.deepEqual([flow.state.user?.email, flow.state.pending, flow.state.done], ['ada@new.example', [], 'email-changed']);
    assert.equal(world.calls.at(-1), 'details shop.example u1 ada@new.example');
  });

  test('keep the old number until the new one is confirmed', async () => {
    world.user.changePhone = note('changePhone', 'm2');
    const flow = await started();
    flow.data.edit();
    await flow.data.save({ phone: '+49 170 1234567', metadata: {} });
    assert.deepEqual(world.calls, ['findUser +491701234567', 'changePhone +491701234567 en']);
    assert.deepEqual([flow.state.isEditing, flow.state.done], [false, undefined]);
    assert.deepEqual([flow.state.user?.phone, flow.state.pending], ['', [{ kind: 'phone', value: '+491701234567' }]]);

    world.user.get = async () => ({ ...ADA, phone: '+491701234567' });
    await flow.refresh();

    assert.deepEqual([flow.state.user?.phone, flow.state.pending, flow.state.done], ['+491701234567', [], 'phone-changed']);
    assert.deepEqual(world.calls.slice(2), ['changed phone', 'details shop.example u1 ada@example.com']);
  });

  test('may wait for both; one that is confirmed, or taken away, waits no longer', async () => {
    world.user.changePhone = note('changePhone', 'm2');
    const flow = await started();
    flow.data.edit();
    await flow.data.save({ email: 'ada@new.example', phone: '+491701234567', metadata: {} });
    assert.deepEqual(flow.state.pending.map(({ kind }) => kind), ['email', 'phone']);

    world.user.get = async () => ({ ...ADA, email: 'ada@new.example', phone: '+49301234567' });
    await flow.refresh();
    assert.deepEqual([flow.state.pending.map(({ kind }) => kind), flow.state.done], [['phone'], 'email-changed']);

    world.user.changePhone = note('changePhone', '');
    flow.data.edit();
    await flow.data.save({ phone: '', metadata: {} });
    assert.deepEqual([flow.state.pending, flow.state.done, world.calls.at(-1)], [[], 'saved', 'changed phone']);
  });

  for (const [what, email, code] of [['that somebody has', 'eve@example.com', Code.identifierTaken], ['that is none', 'ada', Code.identifierInvalid], ['that is needed and empty', '', Code.identifierNeeded]]) {
    test(`say at the input what is wrong with an address ${what}; what was saved before stays`, async () => {
      world.api.findUser = async () => ({ id: 'u2' });
      const flow = await started();
      flow.data.edit();
      await flow.data.save({ email, metadata: { city: 'Paris' } });

      assert.deepEqual(seen(flow), { view: 'profile', error: code, field: 'email', dialog: '' });
      assert.deepEqual([flow.state.isEditing, flow.state.user?.user_metadata], [true, { city: 'Paris' }]);
      assert.ok(!world.calls.some((call) => call.startsWith('changeEmail')));
    });
  }

  test('can’t be edited where the app does not allow it', async () => {
    world.api.app = async () => APP;
    const flow = await started();
    flow.data.edit();

    assert.equal(flow.state.isEditing, false);
  });
});

test('passkeys are told of under the page’s own host', async () => {
  assert.equal((await started()).rpId, new URL(ORIGIN).hostname);
});
