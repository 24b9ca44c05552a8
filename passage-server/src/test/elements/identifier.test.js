import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Code } from '../../main/elements/lib/errors.js';
import { readIdentifier } from '../../main/elements/lib/identifier.js';
import { internationalNumber } from '../../main/elements/lib/phone.js';

/** Stands for libphonenumber, which PhoneNumbersIT has; knows German numbers only. */
const LIBRARY = `data:text/javascript,${encodeURIComponent(`export default {
  numberFormat: { E164: 0 },
  isValidNumber: (number, country) => country === 'de' && /^0[1-9][0-9]{7,9}$/.test(number),
  formatNumber: (number, country, format) => format === 0 ? '+49' + number.slice(1) : number,
}`)}`;

describe('an e-mail address', () => {
  test('is trimmed and put in lower case', async () => {
    assert.equal(await readIdentifier('  Ada@Example.COM ', 'email'), 'ada@example.com');
  });

  for (const good of ['a@b.co', 'ada+tag@mail.example.com', "o'neil@example.com", 'ada@bücher.example']) {
    test(`may be ${good}`, async () => assert.equal(await readIdentifier(good, 'email'), good));
  }

  for (const bad of ['ada', 'ada@', '@example.com', 'ada@example', 'a b@example.com', 'ada@@example.com', 'ada@example..com',
    'ada@.example.com', 'ada@example.com,b@example.com', '<ada@example.com>', '+491701234567', `${'a'.repeat(250)}@b.co`]) {
    test(`is not ${bad.slice(0, 40)}`, async () => {
      await assert.rejects(readIdentifier(bad, 'email'), { code: Code.identifierInvalid });
    });
  }
});

describe('a phone number', () => {
  test('loses its separators', async () => {
    assert.equal(await readIdentifier(' +49 (170) 123-4567 ', 'phone'), '+491701234567');
    assert.equal(await readIdentifier('+49 170 1234567', 'both'), '+491701234567');
  });

  for (const bad of ['0170 1234567', '+0170 1234567', '+49', '+1234567890123456', 'ada@example.com']) {
    test(`is not ${bad}`, () => assert.rejects(readIdentifier(bad, 'phone'), { code: Code.identifierInvalid }));
  }
});

describe('a phone number without its country', () => {
  const german = (/** @type {string} */ national) => internationalNumber(national, 'de', LIBRARY);

  test('gets the country that the page named', async () => {
    assert.equal(await readIdentifier('0170 1234567', 'phone', german), '+491701234567');
    assert.equal(await readIdentifier('(030) 1234-567', 'both', german), '+49301234567');
  });

  test('is wrong when that country has no such number', async () => {
    await assert.rejects(readIdentifier('123', 'phone', german), { code: Code.identifierInvalid });
  });

  test('is wrong when what knows the countries can not be had', async () => {
    const cutOff = (/** @type {string} */ national) => internationalNumber(national, 'de', 'file:///absent.js');
    await assert.rejects(readIdentifier('0170 1234567', 'phone', cutOff), { code: Code.identifierInvalid });
  });

  test('is not looked up where the country was typed, or where only addresses are allowed', async () => {
    const never = () => assert.fail('was asked for');
    assert.equal(await readIdentifier('+49 170 1234567', 'phone', never), '+491701234567');
    await assert.rejects(readIdentifier('0170 1234567', 'email', never), { code: Code.identifierInvalid });
  });
});

test('nothing typed is told apart from something wrong', async () => {
  await assert.rejects(readIdentifier('   ', 'both'), { code: Code.identifierMissing });
});
