import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import de from '../../main/elements/i18n/de.js';
import en from '../../main/elements/i18n/en.js';
import { textsFor } from '../../main/elements/i18n/i18n.js';
import { Code } from '../../main/elements/lib/errors.js';

/** @param {string} text */
const placeholders = (text) => (text.match(/\{\d\}/g) ?? []).sort();

describe('German', () => {
  test('has the keys of English, and no other', () => {
    assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
  });

  test('has the same placeholders in every text', () => {
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(placeholders(de[/** @type {keyof typeof de} */ (key)]), placeholders(text), key);
    }
  });
});

test('every failure has a text', () => {
  for (const code of Object.values(Code)) assert.ok(Object.hasOwn(en, `error.${code}`), code);
});

test('every text is used: errors by their code, others by name in a view', async () => {
  const root = new URL('../../main/elements/', import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.js') && !name.startsWith('i18n'));
  const source = (await Promise.all(files.map((name) => readFile(new URL(name, root), 'utf8')))).join('\n');

  for (const key of Object.keys(en).filter((name) => !name.startsWith('error.'))) assert.ok(source.includes(`'${key}'`), key);
});

describe('the language', () => {
  test('is found by its language part', async () => {
    const { language, translate } = await textsFor('de-AT');

    assert.equal(language, 'de');
    assert.equal(translate('continue'), 'Weiter');
  });

  test('is English when there is no such language', async () => {
    assert.equal((await textsFor('xx')).language, 'en');
    assert.equal((await textsFor('constructor')).language, 'en');
  });

  test('fills in arguments as they are', async () => {
    const { translate } = await textsFor('en');

    assert.equal(translate('open-right-address', '$& {1}'), 'Open $& {1}');
  });
});
