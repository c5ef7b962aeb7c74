import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Encode } from '../encoding/base64.ts';
import { MAX_ENTRY_LENGTH } from './entry-bundle.ts';
import { formatTlogProof, MAX_TLOG_PROOF_LENGTH, parseTlogProof } from './tlog-proof.ts';

const malformed = (part: string) => expect.objectContaining({ code: 'tlog-proof-malformed', facts: { part } });
const hashes = (count: number) => Array.from({ length: count }, (_, at) => new Uint8Array(32).fill(at));
const proof = { extra: Uint8Array.of(1, 2), index: 5, path: hashes(3), checkpoint: 'test checkpoint\n' };
const text = formatTlogProof(proof);

describe('tlog proofs', () => {
  it('are written line by line as the specification has them', () => {
    const hash = base64Encode(new Uint8Array(32));
    expect(formatTlogProof({ extra: undefined, index: 0, path: [], checkpoint: 'checkpoint\n' })).toBe(
      'c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n',
    );
    expect(formatTlogProof({ ...proof, path: hashes(1) })).toBe(
      `c2sp.org/tlog-proof@v1\nextra AQI=\nindex 5\n${hash}\n\ntest checkpoint\n`,
    );
  });

  it('text and parts are each other', () => {
    fc.assert(
      fc.property(
        fc.option(fc.uint8Array({ maxLength: 2000 }), { nil: undefined }),
        fc.maxSafeNat(),
        fc.nat(53),
        fc.string({ maxLength: 100 }),
        (extra, index, count, checkpoint) => {
          const parts = { extra, index, path: hashes(count), checkpoint };
          expect(parseTlogProof(formatTlogProof(parts))).toEqual(parts);
        },
      ),
      { seed: 91 },
    );
  });

  it('carry the longest entry there is', () => {
    const extra = new Uint8Array(MAX_ENTRY_LENGTH).fill(255);
    expect(parseTlogProof(formatTlogProof({ ...proof, extra })).extra).toEqual(extra);
    const longer = formatTlogProof({ ...proof, extra: new Uint8Array(MAX_ENTRY_LENGTH + 1) });
    expect(() => parseTlogProof(longer)).toThrow(malformed('extra'));
  });

  it.each([
    ['another version', text.replace('@v1', '@v2'), 'header'],
    ['nothing', '', 'header'],
    ['a header alone', 'c2sp.org/tlog-proof@v1\n', 'header'],
    ['a header and an empty line', 'c2sp.org/tlog-proof@v1\n\ncheckpoint\n', 'header'],
    ['no empty line', text.replace('\n\n', '\n'), 'header'],
    ['carriage returns', text.replaceAll('\n', '\r\n'), 'header'],
    ['a space before it', ` ${text}`, 'header'],
    ['extra data that is no base64', text.replace('AQI=', '!!!='), 'extra'],
    ['extra data with spare bits', text.replace('AQI=', 'AQJ='), 'extra'],
    ['two lines of extra data', text.replace('extra AQI=\n', 'extra AQI=\nextra AQI=\n'), 'index'],
    ['no index', text.replace('index 5\n', ''), 'index'],
    ['the index before the extra data', text.replace('extra AQI=\nindex 5', 'index 5\nextra AQI='), 'path'],
    ['a negative index', text.replace('index 5', 'index -5'), 'index'],
    ['an index with a leading zero', text.replace('index 5', 'index 05'), 'index'],
    ['an index that is no number', text.replace('index 5', 'index five'), 'index'],
    ['an index past 2^53', text.replace('index 5', 'index 18446744073709551615'), 'index'],
    ['a hash of 64 bytes', text.replace('\n\n', `\n${base64Encode(new Uint8Array(64))}\n\n`), 'path'],
    ['a hash that is no base64', text.replace('\n\n', `\n${'!'.repeat(44)}\n\n`), 'path'],
    ['an upper-case word', text.replace('index', 'Index'), 'index'],
  ])('with %s is refused', (_, wrong, part) => {
    expect(() => parseTlogProof(wrong)).toThrow(malformed(part));
  });

  it('with more hashes than a tree can be deep is refused, in little time', () => {
    expect(parseTlogProof(formatTlogProof({ ...proof, path: hashes(53) })).path).toHaveLength(53);
    expect(() => parseTlogProof(formatTlogProof({ ...proof, path: hashes(54) }))).toThrow(malformed('path'));
    expect(() => parseTlogProof(formatTlogProof({ ...proof, path: hashes(4000) }))).toThrow(malformed('path'));
  });

  it('over the limit is refused before it is looked at', () => {
    expect(() => parseTlogProof('x'.repeat(MAX_TLOG_PROOF_LENGTH + 1))).toThrow(
      expect.objectContaining({ code: 'tlog-proof-too-long' }),
    );
  });
});
