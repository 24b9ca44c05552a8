import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sendForm } from '../../main/webapp/assets/forms.js';

const FIELDS = new URLSearchParams({ value: 'Ada' });

/** An answer as fetch gives it. */
const answer = ({ status = 200, redirected = false, url = '', type = 'text/html;charset=UTF-8', text = '<p>' }) => ({
  status,
  redirected,
  url,
  headers: new Headers({ 'Content-Type': type }),
  text: async () => text,
});

const send = (outcome) => sendForm('/profile/name', FIELDS, { fetch: async () => outcome });

describe('sendForm', () => {
  test('sends the fields as a browser would, once', async () => {
    const asked = [];
    const fetch = async (address, { method, body, signal }) => {
      asked.push([method, address, String(body), signal instanceof AbortSignal]);
      return answer({ redirected: true });
    };
    await sendForm('/profile/name', FIELDS, { fetch });
    assert.deepEqual(asked, [['POST', '/profile/name', 'value=Ada', true]]);
  });

  test('leads to where the server leads', async () => {
    assert.deepEqual(await send(answer({ redirected: true, url: 'http://x/profile?done=name' })), {
      kind: 'taken',
      address: 'http://x/profile?done=name',
    });
  });

  test('was taken even if the page after it fails', async () => {
    assert.equal((await send(answer({ redirected: true, status: 503 }))).kind, 'taken');
  });

  test('gives the page that says what was wrong', async () => {
    assert.deepEqual(await send(answer({ status: 400, text: '<p>no' })), { kind: 'page', status: 400, html: '<p>no' });
  });

  test('knows nothing of what no page tells', async () => {
    assert.deepEqual(await send(answer({ status: 502, type: 'text/plain' })), { kind: 'unanswered' });
  });

  test('knows nothing without network', async () => {
    const fetch = async () => {
      throw new TypeError('offline');
    };
    assert.deepEqual(await sendForm('/x', FIELDS, { fetch }), { kind: 'unanswered' });
  });

  test('knows nothing of a page that breaks off', async () => {
    const broken = { ...answer({}), text: async () => Promise.reject(new TypeError('aborted')) };
    assert.deepEqual(await send(broken), { kind: 'unanswered' });
  });
});
