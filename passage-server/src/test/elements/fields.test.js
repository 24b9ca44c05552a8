import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completeNumbers, problemOf } from '../../main/elements/view/fields.js';

/** @param {string} typed */
const field = (typed, type = 'tel') => {
  /** @type {any} */
  const input = { type, value: typed, validity: {} };
  return /** @type {any} */ ({ input, value: () => input.value || null });
};

/** @param {string} national */
const german = async (national) => (national.startsWith('0') ? `+49${national.slice(1)}` : national);

describe('a phone number in a field of the app', () => {
  for (const [typed, written, problem] of [
    ['0170 / 123 45-67', '+491701234567', ''],
    [' +44 (20) 7946.0958 ', '+442079460958', ''],
    ['123', '123', 'invalid-phone'],
    ['0170 x', '0170 x', 'invalid-phone'],
    ['', '', ''],
  ]) {
    test(`is written out where it is one: "${typed}"`, async () => {
      const phone = field(typed);
      await completeNumbers([phone], german);

      assert.equal(phone.input.value, written);
      assert.equal(problemOf(phone, 'phone', false), problem);
    });
  }

  test('is not looked for in other fields', async () => {
    const city = field('0170 1234567', 'text');
    await completeNumbers([city], german);

    assert.equal(city.input.value, '0170 1234567');
  });
});
