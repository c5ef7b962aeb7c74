import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/fips180-4.json' with { type: 'json' };
import { hexEncode } from './hex.ts';
import { sha256 } from './sha256.ts';
import { utf8Encode } from './utf8.ts';

describe('SHA-256', () => {
  it.each(vectors.cases)('of "$text" is what FIPS 180-4 says', ({ text, hex }) => {
    expect(hexEncode(sha256(utf8Encode(text)))).toBe(hex);
  });

  it('agrees with the one of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hexEncode(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});
