import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import de from '../../main/elements/i18n/de.js';
import en from '../../main/elements/i18n/en.js';
import es from '../../main/elements/i18n/es.js';
import fr from '../../main/elements/i18n/fr.js';
import it from '../../main/elements/i18n/it.js';
import pl from '../../main/elements/i18n/pl.js';
import pt from '../../main/elements/i18n/pt.js';
import zh from '../../main/elements/i18n/zh.js';
import { channelOf } from '../../main/elements/view/channel.js';

const MAIL = /e-?mail|postfach|correo|posta|pocztę|邮/i;

/** @type {[string, Record<string, string>][]} */
const LANGUAGES = Object.entries({ de, en, es, fr, it, pl, pt, zh });

for (const [language, texts] of LANGUAGES) {
  describe(`a message in ${language}`, () => {
    const said = (/** @type {string} */ identifier) => {
      const { code, link, login, register } = channelOf(identifier);
      return [code, link, login, register].map((key) => texts[key]);
    };

    test('goes to an address by e-mail', () => {
      for (const text of said('ada@example.com')) assert.match(text, MAIL);
    });

    test('goes to a number by SMS', () => {
      for (const text of said('+491701234567')) {
        assert.match(text, /SMS|text message|短信/);
        assert.doesNotMatch(text, MAIL);
      }
    });

    test('that could not be sent was for an address or a number', () => {
      const { refused } = channelOf('+491701234567');

      assert.equal(channelOf('ada@example.com').refused, undefined);
      assert.notEqual(texts[`error.message-refused.${refused}`], texts['error.message-refused']);
    });
  });
}
