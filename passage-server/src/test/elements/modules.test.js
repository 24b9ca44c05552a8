import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';

const ROOT = new URL('../../main/elements/', import.meta.url);
const LOADED_WHEN_WANTED = /^i18n\/(?!en)[a-z]{2}\.js$/;
const NOT_OF_THE_ELEMENTS = ['example.js', 'passage-web.js'];

const names = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
const modules = names.filter((name) => !NOT_OF_THE_ELEMENTS.includes(name));
/** @type {Map<string, string>} */
const sources = new Map();
for (const name of names) sources.set(name, await readFile(new URL(name, ROOT), 'utf8'));

describe('the entry', () => {
  test('names every module that the first view needs', () => {
    const imported = [...(sources.get('passage-web.js') ?? '').matchAll(/^import .*'\.\/(.+)';$/gm)].map(([, name]) => name);

    assert.deepEqual(imported.sort(), modules.filter((name) => !LOADED_WHEN_WANTED.test(name)));
  });
});

describe('the bundler', () => {
  test('keeps each language apart that is loaded when wanted', async () => {
    const { scripts } = JSON.parse(await readFile(new URL('../bundler/package.json', ROOT), 'utf8'));
    const entries = [...scripts.build.matchAll(/\.\.\/elements\/(\S+\.js)/g)].map(([, name]) => name);

    assert.deepEqual(entries, ['passage-web.js', ...modules.filter((name) => LOADED_WHEN_WANTED.test(name))]);
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

describe('what is delivered where nothing can bundle it', async () => {
  const delivered = await withoutComments();

  test('still is the same program', async (t) => {
    const copy = await mkdtemp(join(tmpdir(), 'elements-'));
    t.after(() => rm(copy, { recursive: true }));
    await writeFile(join(copy, 'package.json'), '{"type":"module"}');
    for (const [name, source] of delivered) {
      await mkdir(dirname(join(copy, name)), { recursive: true });
      await writeFile(join(copy, name), source);
    }
    const { AuthFlow } = await import(pathToFileURL(join(copy, 'flow/auth-flow.js')).href);
    assert.equal(typeof AuthFlow, 'function');
    for (const name of modules) {
      const { status, stderr } = spawnSync(process.execPath, ['--check', join(copy, name)], { encoding: 'utf8' });
      assert.equal(status, 0, `${name}: ${stderr}`);
      assert.doesNotMatch(delivered.get(name) ?? '', /\/\*\*/, name);
    }
  });
});

/** The sources as the build puts them into the archive when it has no bundler. */
async function withoutComments() {
  const pom = await readFile(new URL('../../../pom.xml', import.meta.url), 'utf8');
  const patterns = [...pom.matchAll(/<replaceregex pattern="(.+?)" replace="" flags="gs"/g)].map(
    ([, pattern]) => new RegExp(pattern.replaceAll('&lt;', '<'), 'gs'),
  );
  assert.equal(patterns.length, 3);
  return new Map([...sources].map(([name, source]) => [name, patterns.reduce((text, pattern) => text.replace(pattern, ''), source)]));
}
