import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { addPasskey } from '../../main/webapp/assets/passkey.js';

const STARTED = {
  handshake: { id: 'h1', challenge: { publicKey: { challenge: 'abc', user: { id: 'dXNlcg==', name: 'ada' } } } },
  user: { id: 'u1' },
};
const CREDENTIAL = {
  id: 'c1',
  type: 'public-key',
  toJSON: () => ({
    id: 'c1',
    rawId: 'c1',
    type: 'public-key',
    clientExtensionResults: {},
    response: { attestationObject: 'ao', clientDataJSON: 'cd', transports: ['internal'], publicKeyAlgorithm: -7 },
  }),
};

/** A server that answers with the given statuses in turn and remembers what it was asked. */
function server(...statuses) {
  const asked = [];
  const fetch = async (address, request) => {
    asked.push([address, JSON.parse(request.body), Object.keys(request.headers)]);
    const status = statuses.shift();
    return { status, ok: status < 300, json: async () => STARTED };
  };
  return { asked, fetch };
}

describe('addPasskey', () => {
  test('hands the new credential over, and no token', async () => {
    const { asked, fetch } = server(200, 204);
    let options;
    await addPasskey('/app/', { fetch, create: async (given) => ((options = given), CREDENTIAL) });

    assert.equal(options.user.id, 'dXNlcg');
    assert.deepEqual(asked, [
      ['/app/profile/passkeys/start', {}, ['Content-Type', 'Accept']],
      [
        '/app/profile/passkeys/finish',
        {
          handshake_id: 'h1',
          user_id: 'u1',
          handshake_response: {
            id: 'c1',
            rawId: 'c1',
            type: 'public-key',
            response: { attestationObject: 'ao', clientDataJSON: 'cd' },
            transports: ['internal'],
          },
        },
        ['Content-Type', 'Accept'],
      ],
    ]);
  });

  for (const [reason, statuses] of [['refused', [403]], ['unavailable', [503]], ['refused', [200, 400]]]) {
    test(`is ${reason} when the server answers ${statuses}`, async () => {
      const { fetch } = server(...statuses);
      await assert.rejects(addPasskey('/', { fetch, create: async () => CREDENTIAL }), { reason });
    });
  }

  test('is unavailable without network', async () => {
    const fetch = async () => {
      throw new TypeError('offline');
    };
    await assert.rejects(addPasskey('/', { fetch }), { reason: 'unavailable' });
  });

  test('says when the browser knows no passkeys', async () => {
    await assert.rejects(addPasskey('/', { fetch: server(200).fetch }), { reason: 'unsupported' });
  });
});

describe('a browser that reads and writes no JSON itself', () => {
  const bytes = (...values) => Uint8Array.from(values);
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const browser = (create) => {
    globalThis.PublicKeyCredential = class {};
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { credentials: { create } } });
  };

  after(() => {
    delete globalThis.PublicKeyCredential;
    delete globalThis.navigator;
    if (before) Object.defineProperty(globalThis, 'navigator', before);
  });

  /** A server whose options have all that is binary. */
  const started = (asked) => async (_, { body }) => {
    asked.push(JSON.parse(body));
    const excludeCredentials = [{ type: 'public-key', id: '-_8=', transports: null }];
    const publicKey = { challenge: 'AwQF', timeout: null, user: { id: 'AQI=', name: 'ada' }, excludeCredentials };
    return { ok: true, json: async () => ({ handshake: { id: 'h1', challenge: { publicKey } }, user: { id: 'u1' } }) };
  };

  test('makes a passkey all the same', async () => {
    const asked = [];
    let given;
    browser(async ({ publicKey }) => {
      given = publicKey;
      const response = { attestationObject: bytes(251, 255).buffer, clientDataJSON: bytes(1).buffer, getTransports: () => ['usb'] };
      return { id: 'c1', type: 'public-key', response };
    });
    await addPasskey('/', { fetch: started(asked) });

    assert.deepEqual(given, {
      challenge: bytes(3, 4, 5),
      user: { id: bytes(1, 2), name: 'ada' },
      excludeCredentials: [{ type: 'public-key', id: bytes(251, 255) }],
    });
    assert.deepEqual(asked[1].handshake_response, {
      id: 'c1',
      rawId: 'c1',
      type: 'public-key',
      response: { attestationObject: '-_8', clientDataJSON: 'AQ' },
      transports: ['usb'],
    });
  });

  for (const [name, reason] of [['InvalidStateError', 'known'], ['NotAllowedError', 'cancelled']]) {
    test(`says that a passkey is ${reason}`, async () => {
      browser(async () => {
        throw new DOMException('no', name);
      });

      await assert.rejects(addPasskey('/', { fetch: started([]) }), { reason });
    });
  }
});
