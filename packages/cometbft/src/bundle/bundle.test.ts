import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBundle, findBundle, MAX_BUNDLE_BYTES, MAX_BUNDLE_TRANSACTIONS } from './bundle.ts';

const part = fc.stringMatching(/^[\w-]{1,40}$/);
const jws = fc.tuple(part, part, part).map((parts) => parts.join('.'));
const line = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => !text.includes('\n') && text.isWellFormed());
const transaction = fc.oneof(fc.record({ jws }), fc.record({ jws, sidecar: line }));
const good = 'minglu-bundle/v0\na.b.c\n\n';
const find = (text: string | Uint8Array) => findBundle(typeof text === 'string' ? Buffer.from(text) : text);

describe('a bundle', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 1, maxLength: 20 }), (transactions) => {
        expect(findBundle(encodeBundle(transactions))).toEqual(transactions);
      }),
    );
  });

  it('is read from no other bytes than those it is written as', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = findBundle(bytes);
        if (found !== undefined) expect(Buffer.from(encodeBundle(found))).toEqual(Buffer.from(bytes));
      }),
    );
    expect(find(good)).toEqual([{ jws: 'a.b.c' }]);
  });

  it.each([
    ['nothing', ''],
    ['no transaction', 'minglu-bundle/v0\n'],
    ['another version', good.replace('v0', 'v1')],
    ['half a pair', 'minglu-bundle/v0\na.b.c\n'],
    ['no last line break', good.slice(0, -1)],
    ['something after it', `${good}x`],
    ['a line that is no JWS', 'minglu-bundle/v0\na.b\n\n'],
    ['a carriage return', good.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\u{FEFF}${good}`],
    ['too many', `minglu-bundle/v0\n${'a.b.c\n\n'.repeat(MAX_BUNDLE_TRANSACTIONS + 1)}`],
    ['too long', `minglu-bundle/v0\na.b.c\n${'x'.repeat(MAX_BUNDLE_BYTES)}\n`],
    ['bytes that are no text', Buffer.concat([Buffer.from('minglu-bundle/v0\na.b.c\n'), Buffer.of(0xff, 0x0a)])],
  ])('is not found in %s', (_, text) => {
    expect(find(text)).toBeUndefined();
  });
});
