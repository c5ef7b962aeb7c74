import { nodeHasherOf } from '@minglu/ledger';
import { sha256, utf8Encode } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeHash, nativeNodeHasher } from './native-hash.ts';

describe('the native hash', () => {
  it('is the portable one, of bytes and of texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 80 }), (bytes, text) => {
        expect(nativeHash(bytes)).toEqual(sha256(bytes));
        expect(nativeHash.ofText?.(text)).toEqual(sha256(utf8Encode(text)));
      }),
    );
  });

  it('writes a node of the tree where it is told to, and nothing beside it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 65, maxLength: 65 }), fc.nat(64), (input, offset) => {
        const [native, portable] = [new Uint8Array(96).fill(7), new Uint8Array(96).fill(7)];
        nativeNodeHasher(input, native, offset);
        nodeHasherOf(sha256)(input, portable, offset);
        expect(native).toEqual(portable);
      }),
    );
  });
});
