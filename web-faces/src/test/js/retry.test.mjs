import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sendPatiently } from '../../main/webapp/assets/retry.js';

/** A network that plays the given outcomes: a status, or an error to throw. */
function network(...outcomes) {
  const seen = { tries: 0, pauses: [] };
  return {
    seen,
    fetch: async () => {
      const outcome = outcomes[seen.tries++];
      if (outcome instanceof Error) throw outcome;
      return { status: outcome, ok: outcome < 300 };
    },
    pause: async (milliseconds) => seen.pauses.push(milliseconds),
  };
}

describe('sendPatiently', () => {
  test('takes the first answer', async () => {
    const net = network(201);
    assert.equal((await sendPatiently('/x', {}, net)).status, 201);
    assert.deepEqual(net.seen.pauses, []);
  });

  test('tries again after the network or the server failed', async () => {
    const net = network(new TypeError('offline'), 503, 200);
    assert.equal((await sendPatiently('/x', {}, net)).status, 200);
    assert.deepEqual(net.seen.pauses, [300, 1000]);
  });

  test('does not repeat what was refused', async () => {
    const net = network(401);
    assert.equal((await sendPatiently('/x', {}, net)).status, 401);
    assert.equal(net.seen.tries, 1);
  });

  test('gives up after the third failure, with the last reason', async () => {
    const net = network(500, 502, 504);
    await assert.rejects(sendPatiently('/x', {}, net), /answered 504/);
    assert.equal(net.seen.tries, 3);
  });

  test('limits each try in time', async () => {
    let signal;
    await sendPatiently('/x', {}, { fetch: async (_, request) => ((signal = request.signal), { status: 200 }) });
    assert.ok(signal instanceof AbortSignal);
  });
});
