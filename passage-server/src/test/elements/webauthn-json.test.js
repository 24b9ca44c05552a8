import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encode } from '../../main/elements/lib/base64url.js';
import { assertionResponse, creationOptions, registrationResponse, requestOptions } from '../../main/elements/lib/webauthn-json.js';

const bytes = (/** @type {number[]} */ ...values) => Uint8Array.from(values);

describe('options without the browser’s own conversion', () => {
  test('of a registration have bytes where WebAuthn wants them', () => {
    const options = creationOptions({
      rp: { id: 'localhost', name: 'Shop' },
      user: { id: 'AQI=', name: 'ada@example.com', displayName: 'ada@example.com' },
      challenge: 'AwQF',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      excludeCredentials: [{ type: 'public-key', id: 'Bgc', transports: ['internal'] }],
      timeout: null,
    });

    assert.deepEqual(options.user.id, bytes(1, 2));
    assert.deepEqual(options.challenge, bytes(3, 4, 5));
    assert.deepEqual(options.excludeCredentials, [{ type: 'public-key', id: bytes(6, 7), transports: ['internal'] }]);
    assert.ok(!('timeout' in options));
  });

  test('of a login may have null for the list', () => {
    const options = requestOptions({ challenge: 'AwQF', rpId: 'localhost', allowCredentials: null });

    assert.deepEqual(options, { challenge: bytes(3, 4, 5), rpId: 'localhost', allowCredentials: [] });
  });
});

describe('the handshake response', () => {
  test('of a registration has transports beside response and nothing else', () => {
    const credential = {
      id: 'AbC',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: { attestationObject: bytes(1), clientDataJSON: bytes(2), getTransports: () => ['internal', 'hybrid'] },
    };

    assert.deepEqual(registrationResponse(credential), {
      id: 'AbC',
      rawId: 'AbC',
      type: 'public-key',
      response: { attestationObject: encode(bytes(1)), clientDataJSON: encode(bytes(2)) },
      transports: ['internal', 'hybrid'],
    });
  });

  test('of a login has an empty user handle when the authenticator gave none', () => {
    const response = { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(3), userHandle: null };

    assert.deepEqual(assertionResponse({ id: 'AbC', type: 'public-key', response }).response, {
      clientDataJSON: 'AQ',
      authenticatorData: 'Ag',
      signature: 'Aw',
      userHandle: '',
    });
  });

  test('takes the browser’s own conversion when there is one, but only the fields of the contract', () => {
    const json = { clientDataJSON: 'a', authenticatorData: 'b', signature: 'c', userHandle: 'd', attestationObject: 'e' };
    const credential = { id: 'AbC', type: 'public-key', response: {}, toJSON: () => ({ response: json }) };

    assert.deepEqual(assertionResponse(credential).response, {
      clientDataJSON: 'a',
      authenticatorData: 'b',
      signature: 'c',
      userHandle: 'd',
    });
  });
});
