import assert from 'node:assert/strict';
import { AuthFlow } from '../../main/elements/flow/auth-flow.js';
import { PassageError } from '../../main/elements/lib/errors.js';

export const ORIGIN = 'https://shop.example';
export const APP = { auth_origin: ORIGIN, allowed_identifier: 'email', public_signup: true, auth_methods: { passkeys: {} }, login_url: '/login' };
export const ADA = { id: 'u1', email: 'ada@example.com', status: 'active', webauthn: true, webauthn_types: ['passkey'] };
export const RESULT = { authToken: 'jwt', redirectUrl: '/dashboard' };
const SUPPORT = { secure: true, webauthn: true, platform: true, conditional: false };
const HANDSHAKE = { id: 'h1', challenge: { publicKey: { challenge: 'AQ' } } };

/**
 * What surrounds a flow: a server, a browser and a page that all agree. Each call is noted, in order, as text.
 */
export function newWorld() {
  /** @type {string[]} */
  const calls = [];
  /** @type {any[]} */
  const states = [];
  const support = { ...SUPPORT };
  const note = (/** @type {any[]} */ ...words) => void calls.push(words.join(' '));
  /** @type {(name: string, answer: any) => (...args: any[]) => Promise<any>} */
  const call = (name, answer) => async (...args) => {
    note(name, ...args.filter((arg) => arg !== undefined).map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))));
    return answer;
  };
  /** @type {any} */
  const user = {
    devices: call('devices', []),
    startDevice: call('startDevice', { handshake: HANDSHAKE, user: ADA }),
    finishDevice: call('finishDevice', {}),
    confirmDevices: call('confirmDevices', undefined),
    removeDevice: call('removeDevice', undefined),
  };
  /** @type {any} */
  const api = {
    app: call('app', APP),
    findUser: call('findUser', null),
    createUser: call('createUser', ADA),
    startRegistration: call('startRegistration', { handshake: HANDSHAKE, user: ADA }),
    finishRegistration: call('finishRegistration', RESULT),
    startLogin: call('startLogin', { handshake: HANDSHAKE }),
    finishLogin: call('finishLogin', RESULT),
    currentUser: call('currentUser', ADA),
    sendCode: call('sendCode', 'o1'),
    activateCode: call('activateCode', RESULT),
    sendLink: call('sendLink', 'm1'),
    linkStatus: call('linkStatus', RESULT),
    activateLink: call('activateLink', RESULT),
    refresh: call('refresh', RESULT),
    ofUser: (/** @type {() => Promise<string>} */ token) =>
      new Proxy(user, { get: (target, name) => async (/** @type {any[]} */ ...args) => (await token(), target[name](...args)) }),
    close: () => calls.push('close'),
  };
  /** @type {any} */
  const ceremony = { create: call('create', { id: 'AbC' }), get: call('get', { id: 'AbC' }), abort: () => calls.push('abort') };
  /** @type {any} */
  const page = {
    origin: ORIGIN,
    beforeAuth: call('beforeAuth', true),
    store: call('store', undefined),
    succeed: call('succeed', undefined),
    event: (/** @type {string} */ type) => note('event', type),
    rememberLogin: (/** @type {string} */ identifier) => note('rememberLogin', identifier),
    rememberPasskey: (/** @type {string} */ id, /** @type {string} */ credentialId) => note('rememberPasskey', id, credentialId),
    knowsPasskey: () => false,
    discardPasskey: call('discardPasskey', undefined),
    takeLink: () => undefined,
    language: () => 'en',
    path: () => '/login?next=%2F',
  };
  return {
    calls, states, support, api, user, ceremony, page,

    /** @param {any[]} forms */
    newFlow: (...forms) =>
      new AuthFlow({ forms, api, ceremony, support: async () => support, page, render: (state) => states.push(state) }),

    /** @param {any[]} forms */
    async started(...forms) {
      const flow = this.newFlow(...forms);
      await flow.start();
      calls.length = 0;
      return flow;
    },
  };
}

/**
 * @param {string} code
 * @param {any} [details]
 */
export const failing = (code, details) => async () => {
  throw new PassageError(code, details);
};

/** @param {() => boolean} condition that holds within a few turns, or never */
export async function until(condition) {
  for (let turn = 0; turn < 1000 && !condition(); turn++) await Promise.resolve();
  assert.ok(condition());
}

/** @param {AuthFlow} flow */
export const seen = (flow) => ({ view: flow.state.view, error: flow.state.error?.code, waiting: flow.state.waiting });
