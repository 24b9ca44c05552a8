import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { signalAccount } from '../../main/webapp/assets/signal.js';

const ACCOUNT = { userId: 'user?>', name: 'ada@shop.example', credentialIds: ['c1', 'c2=='] };
const USER = { rpId: 'shop.example', userId: 'dXNlcj8-' };

/** A browser that listens to these news, and what it heard. */
function listening(...news) {
  const heard = [];
  const browser = Object.fromEntries(news.map((each) => [each, async (content) => void heard.push([each, content])]));
  return { heard, browser };
}

describe('signalAccount', () => {
  test('tells the passkeys and the name', async () => {
    const { heard, browser } = listening('signalAllAcceptedCredentials', 'signalCurrentUserDetails');

    await signalAccount(ACCOUNT, { rpId: 'shop.example', browser });

    assert.deepEqual(heard, [
      ['signalAllAcceptedCredentials', { ...USER, allAcceptedCredentialIds: ['c1', 'c2'] }],
      ['signalCurrentUserDetails', { ...USER, name: 'ada@shop.example', displayName: 'ada@shop.example' }],
    ]);
  });

  test('tells that there is no passkey any more', async () => {
    const { heard, browser } = listening('signalAllAcceptedCredentials');

    await signalAccount({ ...ACCOUNT, credentialIds: [] }, { rpId: 'shop.example', browser });

    assert.deepEqual(heard, [['signalAllAcceptedCredentials', { ...USER, allAcceptedCredentialIds: [] }]]);
  });

  test('tells no list that is incomplete, and no name that is unknown', async () => {
    const { heard, browser } = listening('signalAllAcceptedCredentials', 'signalCurrentUserDetails');

    await signalAccount({ userId: 'u', name: '', credentialIds: ['c1', ''] }, { rpId: 'shop.example', browser });

    assert.deepEqual(heard, []);
  });

  test('does nothing where the browser does not listen', async () => {
    await signalAccount(ACCOUNT, { rpId: 'shop.example', browser: undefined });
    await signalAccount(ACCOUNT, { rpId: 'shop.example', browser: {} });
  });

  test('goes on when the browser refuses', async () => {
    const { heard, browser } = listening('signalCurrentUserDetails');
    browser.signalAllAcceptedCredentials = async () => {
      throw new DOMException('not yours', 'SecurityError');
    };

    await signalAccount(ACCOUNT, { rpId: 'shop.example', browser });

    assert.equal(heard.length, 1);
  });
});
