import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../../main/elements/lib/base64url.js';

test('uses the url alphabet and no padding', () => {
  assert.equal(encode(Uint8Array.of(0xfb, 0xff, 0xfe, 0x01)), '-__-AQ');
});

test('decodes what it encoded, for every length of the last group', () => {
  for (const length of [0, 1, 2, 3, 4]) {
    const bytes = Uint8Array.from({ length }, (_, index) => 255 - index);

    assert.deepEqual(decode(encode(bytes)), bytes);
  }
});

test('tolerates padding', () => {
  assert.deepEqual(decode('-__-AQ=='), Uint8Array.of(0xfb, 0xff, 0xfe, 0x01));
});
