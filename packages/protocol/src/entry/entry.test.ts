import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import type { JsonObject, JsonValue } from '../encoding/strict-json.ts';
import { utf8Decode, utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { EXAMPLE_DIGEST, exampleDraft, exampleKeys } from '../testing/examples.ts';
import { parseTransaction } from '../transaction/parse-transaction.ts';
import { signTransaction } from '../transaction/sign-transaction.ts';
import { encodeBlockEntry, encodeTransactionEntry } from './encode-entry.ts';
import { type BlockEntry, isRefused, type LedgerEvent, MAX_ENTRY_BYTES, type Outcome } from './entry.ts';
import { parseEntry } from './parse-entry.ts';

const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });
const jws = await signTransaction(exampleDraft, exampleKeys.citizen, { embedKey: true });
const events: readonly LedgerEvent[] = [
  ['case.submitted', { case: exampleDraft.id, service: 'individual-business' }],
  ['licence.issued', { number: '92330106MA0000001X', scope: ['6210'] }],
];
const accepted: Outcome = { events, trace: EXAMPLE_DIGEST };
const block: Omit<BlockEntry, 'type'> = {
  height: 7,
  time: 1_800_000_000_000,
  protocol: 1,
  transactions: 1,
  events: [['licence.restored', { number: '92330106MA0000001X' }]],
  stateRoot: new Uint8Array(32).fill(1),
  previous: new Uint8Array(32).fill(2),
};

const parseJson = (json: JsonValue) => parseEntry(utf8Encode(JSON.stringify(json)));
const transactionJson = (change: JsonObject): JsonObject => ({
  ...(JSON.parse(utf8Decode(encodeTransactionEntry({ height: 7, jws, outcome: accepted }))) as JsonObject),
  ...change,
});
const blockJson = (change: JsonObject): JsonObject => ({
  ...(JSON.parse(utf8Decode(encodeBlockEntry(block))) as JsonObject),
  ...change,
});

describe('the entry of a transaction', () => {
  it('has exactly the text that the format says', () => {
    const outcome: Outcome = { events: [['case.submitted', { case: 'x' }]] };
    expect(utf8Decode(encodeTransactionEntry({ height: 7, jws, outcome }))).toBe(
      `{"v":0,"type":"transaction","height":7,"jws":"${jws}","outcome":{"events":[["case.submitted",{"case":"x"}]]}}`,
    );
  });

  it.each<[string, Outcome]>([
    ['accepted after a contract ran', accepted],
    ['accepted', { events }],
    ['accepted without events', { events: [] }],
    ['refused', { refused: 'CASE_NOT_FOUND', facts: { case: exampleDraft.id } }],
    ['refused without facts', { refused: 'role-missing', facts: {} }],
  ])('%s is read as it was written', (_, outcome) => {
    const entry = parseEntry(encodeTransactionEntry({ height: 7, jws, outcome }));
    expect(entry).toEqual({ type: 'transaction', height: 7, jws, outcome });
  });

  it('writes an outcome in the order of the format, however it was built', () => {
    const outcome: Outcome = { trace: EXAMPLE_DIGEST, events };
    expect(encodeTransactionEntry({ height: 7, jws, outcome })).toEqual(
      encodeTransactionEntry({ height: 7, jws, outcome: accepted }),
    );
  });

  it('tells a refusal from an acceptance', () => {
    expect(isRefused({ refused: 'CODE', facts: {} })).toBe(true);
    expect(isRefused(accepted)).toBe(false);
  });

  it('holds a JWS that parses', () => {
    const entry = parseEntry(encodeTransactionEntry({ height: 7, jws, outcome: accepted }));
    expect(entry.type === 'transaction' && parseTransaction(entry.jws).id).toBe(exampleDraft.id);
  });

  it.each<[string, JsonObject]>([
    ['jws', { jws: 1 }],
    ['jws', { jws: 'a.b' }],
    ['jws', { jws: `${jws}.` }],
    ['jws', { jws: `${jws} ` }],
    ['jws', { jws: `${'a'.repeat(40_000)}.a.${'a'.repeat(86)}` }],
    ['height', { height: -1 }],
    ['height', { height: '7' }],
    ['outcome', { outcome: [] }],
    ['outcome', { outcome: {} }],
    ['outcome', { outcome: { events: [], refused: 'A', facts: {} } }],
    ['outcome', { outcome: { trace: EXAMPLE_DIGEST, events: [] } }],
    ['outcome', { outcome: { refused: 'A' } }],
    ['outcome', { outcome: null }],
    ['trace', { outcome: { events: [], trace: 'A' } }],
    ['trace', { outcome: { events: [], trace: null } }],
    ['refused', { outcome: { refused: 'a sentence for people', facts: {} } }],
    ['refused', { outcome: { refused: 7, facts: {} } }],
    ['facts', { outcome: { refused: 'A', facts: [] } }],
    ['events', { outcome: { events: {} } }],
    ['events', { outcome: { events: ['case.submitted'] } }],
    ['events', { outcome: { events: [['case.submitted']] } }],
    ['events', { outcome: { events: [['case.submitted', {}, {}]] } }],
    ['events', { outcome: { events: [['case.submitted', []]] } }],
    ['events', { outcome: { events: [['Case submitted', {}]] } }],
    ['events', { outcome: { events: [[1, {}]] } }],
  ])('with a bad %s (%j) is refused', (member, change) => {
    expect(() => parseJson(transactionJson(change))).toThrow(refused('entry-member', { member }));
  });

  it('is not written of facts that are not strict JSON', () => {
    const outcome = { events: [['case.submitted', { share: 0.5 }]] } as const;
    expect(() => encodeTransactionEntry({ height: 7, jws, outcome })).toThrow(refused('json-number'));
    const missing = { events: [['case.submitted', { share: undefined }]] } as unknown as Outcome;
    expect(() => encodeTransactionEntry({ height: 7, jws, outcome: missing })).toThrow(refused('json-value'));
  });
});

describe('the entry of a block', () => {
  it('has exactly the text that the format says', () => {
    expect(utf8Decode(encodeBlockEntry(block))).toBe(
      '{"v":0,"type":"block","height":7,"time":1800000000000,"protocol":1,"transactions":1,' +
        '"events":[["licence.restored",{"number":"92330106MA0000001X"}]],' +
        `"stateRoot":"${base64urlEncode(block.stateRoot)}","previous":"${base64urlEncode(block.previous)}"}`,
    );
  });

  it('is read as it was written', () => {
    expect(parseEntry(encodeBlockEntry(block))).toEqual({ type: 'block', ...block });
  });

  it.each<[string, JsonObject]>([
    ['height', { height: -1 }],
    ['time', { time: '2026' }],
    ['protocol', { protocol: null }],
    ['transactions', { transactions: -1 }],
    ['events', { events: null }],
    ['events', { events: [['a b', {}]] }],
    ['stateRoot', { stateRoot: 'AAAA' }],
    ['stateRoot', { stateRoot: `${'A'.repeat(42)}B` }],
    ['previous', { previous: 0 }],
  ])('with a bad %s (%j) is refused', (member, change) => {
    expect(() => parseJson(blockJson(change))).toThrow(refused('entry-member', { member }));
  });

  it('is not written with a root that is no hash', () => {
    const short = new Uint8Array(31);
    expect(() => encodeBlockEntry({ ...block, stateRoot: short })).toThrow(
      refused('entry-member', { member: 'stateRoot' }),
    );
    expect(() => encodeBlockEntry({ ...block, previous: short })).toThrow(
      refused('entry-member', { member: 'previous' }),
    );
  });
});

describe('an entry', () => {
  it.each<[string, JsonValue]>([
    ['of another version', transactionJson({ v: 1 })],
    ['of another version of block', blockJson({ v: 1 })],
    ['of another type', transactionJson({ type: 'note' })],
    ['of the type of the other', transactionJson({ type: 'block' })],
    ['of the type of the one', blockJson({ type: 'transaction' })],
    ['with a member more', transactionJson({ more: 1 })],
    ['with a member more in a block', blockJson({ more: 1 })],
    ['with its members in another order', { type: 'transaction', v: 0, height: 7, jws, outcome: { events: [] } }],
    ['of nothing', {}],
  ])('%s is refused', (_, json) => {
    expect(() => parseJson(json)).toThrow(refused('entry-members'));
  });

  it('fits in sixteen bits of length, or is not written', () => {
    const long = (length: number): Outcome => ({ events: [['a', { text: 'a'.repeat(length) }]] });
    const frame = encodeTransactionEntry({ height: 7, jws, outcome: long(0) }).length;
    const longest = encodeTransactionEntry({ height: 7, jws, outcome: long(MAX_ENTRY_BYTES - frame) });
    expect(longest).toHaveLength(MAX_ENTRY_BYTES);
    expect(parseEntry(longest).height).toBe(7);
    expect(() => encodeTransactionEntry({ height: 7, jws, outcome: long(MAX_ENTRY_BYTES - frame + 1) })).toThrow(
      refused('entry-too-long', { maxBytes: MAX_ENTRY_BYTES }),
    );
    expect(() => parseEntry(new Uint8Array(MAX_ENTRY_BYTES + 1))).toThrow(refused('entry-too-long'));
  });

  it('is strict JSON in UTF-8', () => {
    expect(() => parseEntry(new Uint8Array([0xff]))).toThrow(refused('utf8-malformed'));
    expect(() => parseEntry(utf8Encode('[]'))).toThrow(refused('json-value'));
    expect(() => parseEntry(utf8Encode(' {}'))).toThrow(refused('json-not-canonical'));
  });

  it('with one bit flipped is refused, or is another entry', () => {
    const bytes = encodeTransactionEntry({ height: 7, jws, outcome: accepted });
    const original = parseEntry(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const flipped = bytes.slice();
        flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
        try {
          expect(parseEntry(flipped)).not.toEqual(original);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('that is read is written again to the same bytes', () => {
    const facts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'binary' })),
      {
        noNullPrototype: true,
      },
    );
    const made = fc.array(fc.tuple(fc.constantFrom('case.submitted', 'licence.issued'), facts), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(), made, fc.boolean(), (height, list, hasTrace) => {
        const outcome: Outcome = hasTrace ? { events: list, trace: EXAMPLE_DIGEST } : { events: list };
        const bytes = encodeTransactionEntry({ height, jws, outcome });
        const entry = parseEntry(bytes);
        expect(entry).toEqual({ type: 'transaction', height, jws, outcome });
        expect(entry.type === 'transaction' && encodeTransactionEntry(entry)).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
