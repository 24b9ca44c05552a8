import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

const ROOT = new URL('../../main/elements/', import.meta.url);
const LOADED_WHEN_WANTED = ['i18n/de.js'];
const NOT_OF_THE_ELEMENTS = ['example.js', 'passage-web.js'];

const names = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
const modules = names.filter((name) => !NOT_OF_THE_ELEMENTS.includes(name));
/** @type {Map<string, string>} */
const sources = new Map();
for (const name of names) sources.set(name, await readFile(new URL(name, ROOT), 'utf8'));

describe('the entry', () => {
  test('names every module that the first view needs', () => {
    const imported = [...(sources.get('passage-web.js') ?? '').matchAll(/^import .*'\.\/(.+)';$/gm)].map(([, name]) => name);

    assert.deepEqual(imported.sort(), modules.filter((name) => !LOADED_WHEN_WANTED.includes(name)));
  });
});

describe('every module', () => {
  test('stays on its own server', () => {
    for (const [name, source] of sources) {
      const addresses = source.match(/https?:\/\/[\w.]+/g) ?? [];
      assert.deepEqual(addresses.filter((address) => address !== 'http://www.w3.org'), [], name);
    }
  });

  test('writes nothing to the console, and no HTML or style from strings', () => {
    for (const [name, source] of sources) {
      assert.doesNotMatch(source, /console\.|innerHTML|insertAdjacentHTML|\beval\(|new Function|'style'/, name);
    }
  });
});

test('all modules together are under 40 KB compressed', () => {
  const bytes = modules.reduce((sum, name) => sum + gzipSync(sources.get(name) ?? '').length, 0);

  assert.ok(bytes < 40_000, `${bytes} bytes`);
});
