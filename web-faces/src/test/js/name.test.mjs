import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normalize, problemOf } from '../../main/webapp/assets/name.js';

describe('name', () => {
  test('loses the white space at its ends', () => {
    assert.equal(normalize('  Ada Lovelace\t'), 'Ada Lovelace');
  });

  for (const blank of ['', '   ', '\t\n']) {
    test(`is blank: ${JSON.stringify(blank)}`, () => assert.equal(problemOf(blank), 'blank'));
  }

  test('may be 100 characters long, however many code units they take', () => {
    assert.equal(problemOf('😀'.repeat(100)), undefined);
    assert.equal(problemOf('😀'.repeat(101)), 'tooLong');
    assert.equal(problemOf(` ${'a'.repeat(100)} `), undefined);
    assert.equal(problemOf('a'.repeat(101)), 'tooLong');
  });

  for (const control of ['\0', '\t', '\n', '\u007f', '\u0085', '\u009f']) {
    test(`holds no control character ${JSON.stringify(control)}`, () => {
      assert.equal(problemOf(`Ada${control}Lovelace`), 'controlCharacter');
    });
  }

  test('holds no half of a surrogate pair', () => {
    assert.equal(problemOf('Ada \ud83d'), 'malformed');
  });

  for (const fine of ['X', '<script>alert(1)</script>', 'עדה לאבלייס', "O'Brien", '李小龍', 'Ada \u202eKing']) {
    test(`is accepted as typed: ${fine}`, () => assert.equal(problemOf(fine), undefined));
  }
});
