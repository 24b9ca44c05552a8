import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Code } from '../../main/elements/lib/errors.js';
import { readIdentifier } from '../../main/elements/lib/identifier.js';

describe('an e-mail address', () => {
  test('is trimmed and put in lower case', () => {
    assert.equal(readIdentifier('  Ada@Example.COM ', 'email'), 'ada@example.com');
  });

  for (const good of ['a@b.co', 'ada+tag@mail.example.com', "o'neil@example.com", 'ada@bücher.example']) {
    test(`may be ${good}`, () => assert.equal(readIdentifier(good, 'email'), good));
  }

  for (const bad of ['ada', 'ada@', '@example.com', 'ada@example', 'a b@example.com', 'ada@@example.com', 'ada@example..com',
    'ada@.example.com', 'ada@example.com,b@example.com', '<ada@example.com>', '+491701234567', `${'a'.repeat(250)}@b.co`]) {
    test(`is not ${bad.slice(0, 40)}`, () => {
      assert.throws(() => readIdentifier(bad, 'email'), { code: Code.identifierInvalid });
    });
  }
});

describe('a phone number', () => {
  test('loses its separators', () => {
    assert.equal(readIdentifier(' +49 (170) 123-4567 ', 'phone'), '+491701234567');
    assert.equal(readIdentifier('+49 170 1234567', 'both'), '+491701234567');
  });

  for (const bad of ['0170 1234567', '+0170 1234567', '+49', '+1234567890123456', 'ada@example.com']) {
    test(`is not ${bad}`, () => assert.throws(() => readIdentifier(bad, 'phone'), { code: Code.identifierInvalid }));
  }
});

test('nothing typed is told apart from something wrong', () => {
  assert.throws(() => readIdentifier('   ', 'both'), { code: Code.identifierMissing });
});
