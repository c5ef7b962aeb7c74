import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import type { JsonValue } from '../encoding/strict-json.ts';
import { formatStateProof, parseStateProof } from './state-proof.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const hashText = base64urlEncode(new Uint8Array(32).fill(5));
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((hash) => hash.some((byte) => byte !== 0));

describe('the JSON of a state proof', () => {
  it('and the proof are each other', () => {
    const siblings = fc.array(fc.option(hashes, { nil: undefined }), { maxLength: 256 });
    const others = fc.option(fc.record({ path: hashes, valueHash: hashes }), { nil: undefined });
    fc.assert(
      fc.property(siblings, others, (each, other) => {
        const bare = { depth: each.length, siblings: each };
        const proof = other === undefined ? bare : { ...bare, other };
        expect(parseStateProof(formatStateProof(proof))).toEqual(proof);
      }),
      { seed: 111, numRuns: 40 },
    );
  });

  it('writes an empty sibling as an empty text', () => {
    expect(formatStateProof({ depth: 1, siblings: [undefined] })).toEqual({ depth: 1, siblings: [''] });
  });

  const refused: [string, JsonValue | undefined, string][] = [
    ['nothing', undefined, 'state-proof-members'],
    ['null', null, 'state-proof-members'],
    ['a list', [], 'state-proof-members'],
    ['no siblings', { depth: 0 }, 'state-proof-members'],
    ['members in another order', { siblings: [], depth: 0 }, 'state-proof-members'],
    ['a member more', { depth: 0, siblings: [], more: 1 }, 'state-proof-members'],
    ['a depth that is a text', { depth: '0', siblings: [] }, 'state-proof-member'],
    ['a negative depth', { depth: -1, siblings: [] }, 'state-proof-member'],
    ['a depth past 256', { depth: 257, siblings: Array.from({ length: 257 }, () => hashText) }, 'state-proof-member'],
    ['fewer siblings than the depth', { depth: 2, siblings: [hashText] }, 'state-proof-member'],
    ['more siblings than the depth', { depth: 0, siblings: [hashText] }, 'state-proof-member'],
    ['siblings that are no list', { depth: 0, siblings: {} }, 'state-proof-member'],
    ['a sibling that is null', { depth: 1, siblings: [null] }, 'state-proof-member'],
    ['a sibling of 31 bytes', { depth: 1, siblings: [base64urlEncode(new Uint8Array(31))] }, 'state-proof-member'],
    ['a sibling with spare bits', { depth: 1, siblings: [hashText.replace(/.$/, 'V')] }, 'state-proof-member'],
    ['zeros for an empty sibling', { depth: 1, siblings: [base64urlEncode(new Uint8Array(32))] }, 'state-proof-member'],
    ['an other leaf that is a text', { depth: 0, siblings: [], other: hashText }, 'state-proof-members'],
    ['an other leaf without a value', { depth: 0, siblings: [], other: { path: hashText } }, 'state-proof-members'],
    [
      'an other leaf without a path',
      { depth: 0, siblings: [], other: { path: '', valueHash: hashText } },
      'state-proof-member',
    ],
  ];
  it.each(refused)('with %s is refused', (_, json, expected) => {
    expect(() => parseStateProof(json)).toThrow(code(expected));
  });
});
