import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { normalize, problemOf } from '../../main/webapp/assets/name.js';

/** @type {{name: string, problem?: string}[]} */
const names = JSON.parse(readFileSync(new URL('../resources/names.json', import.meta.url), 'utf8'));

describe('name', () => {
  test('loses the white space at its ends, of any kind', () => {
    assert.equal(normalize(' \u00a0Ada  Lovelace\t\u3000\u2028'), 'Ada  Lovelace');
    assert.equal(normalize('\u200bAda'), '\u200bAda');
  });

  for (const { name, problem } of names) {
    test(`${JSON.stringify(name).slice(0, 40)} is ${problem ?? 'fine'}`, () => {
      const found = problemOf(name);
      assert.equal(found?.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`), problem);
    });
  }
});
