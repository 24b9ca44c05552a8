import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import en from '../../main/elements/i18n/en.js';
import { textsFor } from '../../main/elements/i18n/i18n.js';
import { Code } from '../../main/elements/lib/errors.js';

/** @param {string} text */
const placeholders = (text) => (text.match(/\{\d\}/g) ?? []).sort();

const OTHERS = { de: 'Weiter', es: 'Continuar', fr: 'Continuer', it: 'Continua', pl: 'Dalej', pt: 'Continuar', zh: '继续' };

for (const [language, next] of Object.entries(OTHERS)) {
  describe(language, async () => {
    const { default: texts } = await import(`../../main/elements/i18n/${language}.js`);

    test('has the keys of English, and no other', () => {
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(en).sort());
    });

    test('has the same placeholders in every text, and no text of another language', () => {
      for (const [key, text] of Object.entries(en)) {
        assert.deepEqual(placeholders(texts[key]), placeholders(text), key);
        if (text.length > 20) assert.notEqual(texts[key], text, key);
      }
    });

    test('is loaded when a page wants it', async () => {
      const { language: found, translate } = await textsFor(`${language}-XX`);

      assert.deepEqual([found, translate('continue')], [language, next]);
    });
  });
}

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
  test('is English when there is no such language', async () => {
    assert.equal((await textsFor('xx')).language, 'en');
    assert.equal((await textsFor('constructor')).language, 'en');
  });

  test('fills in arguments as they are', async () => {
    const { translate } = await textsFor('en');

    assert.equal(translate('open-right-address', '$& {1}'), 'Open $& {1}');
  });
});
