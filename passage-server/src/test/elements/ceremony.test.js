import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Ceremony } from '../../main/elements/lib/ceremony.js';
import { Code } from '../../main/elements/lib/errors.js';

const OPTIONS = { challenge: 'AQI', rpId: 'localhost', user: { id: 'AQ' } };
const ASSERTION = {
  id: 'AbC',
  type: 'public-key',
  response: { clientDataJSON: new Uint8Array(1), authenticatorData: new Uint8Array(1), signature: new Uint8Array(1) },
};

/** @type {{request: any, answer: (credential: any) => void}[]} */
let prompts;

/** A prompt that stays open until it is answered or aborted, as in a browser. */
function open(/** @type {any} */ request) {
  return new Promise((answer, reject) => {
    prompts.push({ request, answer });
    request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });
}

beforeEach(() => {
  prompts = [];
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { credentials: { get: open, create: open } } });
});

describe('one prompt at a time', () => {
  test('a new ceremony ends the pending one, also of another element', async () => {
    const autofill = new Ceremony().get(OPTIONS, { conditional: true });
    const explicit = new Ceremony().get(OPTIONS);

    await assert.rejects(autofill, { code: Code.ceremonyAborted });
    prompts[1].answer(ASSERTION);
    assert.equal(/** @type {any} */ (await explicit).id, 'AbC');
  });

  test('an element ends only its own', async () => {
    const mine = new Ceremony();
    const theirs = new Ceremony();
    const pending = theirs.get(OPTIONS);

    mine.abort();
    assert.equal(prompts[0].request.signal.aborted, false);
    theirs.abort();

    await assert.rejects(pending, { code: Code.ceremonyAborted });
  });

  test('a finished ceremony leaves nothing to end', async () => {
    const ceremony = new Ceremony();
    const done = ceremony.get(OPTIONS);
    prompts[0].answer(ASSERTION);
    await done;

    ceremony.abort();

    assert.equal(prompts[0].request.signal.aborted, false);
  });
});

describe('mediation', () => {
  test('is conditional for autofill and left to the browser otherwise', () => {
    const ceremony = new Ceremony();
    const both = [ceremony.get(OPTIONS, { conditional: true }), ceremony.get(OPTIONS)];
    both.forEach((pending) => pending.catch(() => {}));
    ceremony.abort();

    assert.equal(prompts[0].request.mediation, 'conditional');
    assert.ok(!('mediation' in prompts[1].request));
  });
});

test('a prompt that yields nothing counts as closed', async () => {
  const ceremony = new Ceremony();
  const created = ceremony.create(OPTIONS);
  prompts[0].answer(null);

  await assert.rejects(created, { code: Code.createCancelled });
});
