import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Encode } from '../encoding/base64.ts';
import { formatAddCheckpoint, formatTreeSize, parseAddCheckpoint, parseTreeSize } from './add-checkpoint.ts';

const examples = JSON.parse(
  readFileSync(new URL('../../../../vectors/signed-note/c2sp-examples.json', import.meta.url), 'utf8'),
) as { addCheckpoint: string };
const malformed = expect.objectContaining({ code: 'add-checkpoint-malformed' });
const hashes = (count: number) => Array.from({ length: count }, (_, at) => new Uint8Array(32).fill(at));
const example = examples.addCheckpoint;

describe("the body of a witness's add-checkpoint", () => {
  it('of the specification is read, and written again to the same bytes', () => {
    const parsed = parseAddCheckpoint(example);
    expect(parsed.oldSize).toBe(20_852_014);
    expect(parsed.proof).toHaveLength(4);
    expect(parsed.checkpoint.startsWith('example.com/behind-the-sofa\n20852163\n')).toBe(true);
    expect(formatAddCheckpoint(parsed)).toBe(example);
  });

  it('is its parts, for any size and proof', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.nat(63), (oldSize, count) => {
        const body = { oldSize, proof: hashes(count), checkpoint: 'log\n1\nx\n\n— a b\n' };
        expect(parseAddCheckpoint(formatAddCheckpoint(body))).toEqual(body);
      }),
      { seed: 81, numRuns: 30 },
    );
  });

  it('from size 0 has no proof', () => {
    const body = { oldSize: 0, proof: [], checkpoint: 'log\n1\nx\n\n— a b\n' };
    expect(formatAddCheckpoint(body)).toBe('old 0\n\nlog\n1\nx\n\n— a b\n');
    expect(parseAddCheckpoint('old 0\n\nlog\n1\nx\n\n— a b\n')).toEqual(body);
    expect(() => formatAddCheckpoint({ ...body, proof: hashes(1) })).toThrow(malformed);
  });

  it('has at most 63 hashes', () => {
    expect(() => formatAddCheckpoint({ oldSize: 5, proof: hashes(64), checkpoint: 'x' })).toThrow(malformed);
    const many = `old 5\n${`${base64Encode(new Uint8Array(32))}\n`.repeat(2000)}\nx`;
    expect(() => parseAddCheckpoint(many)).toThrow(malformed);
  });

  it.each([
    ['nothing', ''],
    ['no empty line', example.replace('\n\n', '\n').replace('\n\n', '\n')],
    ['no old line', example.slice(example.indexOf('\n') + 1)],
    ['another word', example.replace('old', 'Old')],
    ['a leading zero', example.replace('old 2', 'old 02')],
    ['a negative size', example.replace('old 2', 'old -2')],
    ['two spaces', example.replace('old ', 'old  ')],
    ['a hash of 31 bytes', example.replace(/\n[^\n]*\n/, `\n${base64Encode(new Uint8Array(31))}\n`)],
    ['a carriage return', example.replace('\n', '\r\n')],
    ['a text far too long', example + 'x'.repeat(200_000)],
  ])('with %s is refused', (_, text) => {
    expect(() => parseAddCheckpoint(text)).toThrow(malformed);
  });
});

describe('the size in the answer to a conflict', () => {
  it('is a line', () => {
    expect(formatTreeSize(20_852_014)).toBe('20852014\n');
    expect(parseTreeSize('20852014\n')).toBe(20_852_014);
    expect(parseTreeSize(formatTreeSize(0))).toBe(0);
  });

  it('is refused when it is anything else', () => {
    for (const text of ['', '\n', '1', '01\n', '1\n\n', ' 1\n', '1e3\n', '99999999999999999999\n']) {
      expect(() => parseTreeSize(text)).toThrow(malformed);
    }
  });
});
