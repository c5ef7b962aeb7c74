import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../encoding/sha256.ts';
import { formatStrictJson, type JsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { exampleId, exampleKeys, exampleStatement } from '../testing/examples.ts';
import { attestBatch } from './attest-batch.ts';
import { discloseCommitment } from './disclosure.ts';
import { buildSidecar, commitSidecar, MAX_ATTESTATIONS, MAX_SIDECAR_BYTES, parseSidecar } from './sidecar.ts';
import { commitTrace } from './trace.ts';

const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });
const salt = exampleId(9);
const attestations = await attestBatch([exampleStatement(1), exampleStatement(2)], exampleKeys.department);
const draft = {
  salt,
  attestations,
  sealed: { reasons: 'eyJhbGciOiJFQ0RILUVTIn0..aXY.Y2lwaGVy.dGFn' },
  plain: { code: 'shop', list: [1, 2] },
} as const;
const text = buildSidecar(draft);
const changed = (members: JsonObject) => formatStrictJson({ ...(JSON.parse(text) as JsonObject), ...members });

describe('a sidecar', () => {
  it('is read as it was built', () => {
    const sidecar = parseSidecar(text);
    expect(sidecar.text).toBe(text);
    expect(sidecar.salt).toBe(salt);
    expect(sidecar.sealed).toEqual(draft.sealed);
    expect(sidecar.plain).toEqual(draft.plain);
    expect(sidecar.attestations.map(({ statement }) => statement)).toEqual([exampleStatement(1), exampleStatement(2)]);
  });

  it('has its four members in one order', () => {
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['salt', 'attestations', 'sealed', 'plain']);
  });

  it('may be empty but for its salt', () => {
    const empty = `{"salt":"${salt}","attestations":[],"sealed":{},"plain":{}}`;
    expect(buildSidecar({ salt, attestations: [], sealed: {}, plain: {} })).toBe(empty);
    expect(parseSidecar(empty).attestations).toEqual([]);
  });

  it.each([
    '{}',
    `{"attestations":[],"salt":"${salt}","sealed":{},"plain":{}}`,
    `{"salt":"${salt}","attestations":[],"sealed":{}}`,
    `{"salt":"${salt}","attestations":[],"sealed":{},"plain":{},"more":1}`,
  ])('with other members or another order is refused: %s', (bad) => {
    expect(() => parseSidecar(bad)).toThrow(refused('sidecar-members'));
  });

  it.each<[string, JsonObject]>([
    ['salt', { salt: 'A'.repeat(21) }],
    ['salt', { salt: 'A'.repeat(87) }],
    ['salt', { salt: 'A'.repeat(25) }],
    ['salt', { salt: `${'A'.repeat(21)}=` }],
    ['salt', { salt: null }],
    ['attestations', { attestations: {} }],
    ['attestations', { attestations: new Array<JsonValue>(MAX_ATTESTATIONS + 1).fill(1) }],
    ['sealed', { sealed: [] }],
    ['sealed', { sealed: { reasons: 1 } }],
    ['sealed', { sealed: { reasons: 'in plain words' } }],
    ['sealed', { sealed: { reasons: 'a.b.c.d' } }],
    ['sealed', { sealed: { reasons: 'a.b.c.d.e.f' } }],
    ['sealed', { sealed: { reasons: 'a.b.c.d.张三' } }],
    ['sealed', { sealed: { reasons: 'a.b.c.d.e\n' } }],
    ['sealed', { sealed: { 'A name': 'a.b.c.d.e' } }],
    ['plain', { plain: [] }],
    ['plain', { plain: null }],
  ])('with a bad %s (%j) is refused', (member, members) => {
    expect(() => parseSidecar(changed(members))).toThrow(refused('sidecar-member', { member }));
  });

  it('with a malformed attestation is refused whole', () => {
    expect(() => parseSidecar(changed({ attestations: [{ ...attestations[0]!, index: 1 }] }))).toThrow(
      refused('attestation-path'),
    );
    expect(() => parseSidecar(changed({ attestations: [1] }))).toThrow(refused('attestation-members'));
  });

  it('is bounded in characters and in bytes', () => {
    const fill = (character: string, count: number) =>
      `{"salt":"${salt}","attestations":[],"sealed":{},"plain":{"a":"${character.repeat(count)}"}}`;
    const frame = fill('', 0).length;
    expect(parseSidecar(fill('a', MAX_SIDECAR_BYTES - frame)).text).toHaveLength(MAX_SIDECAR_BYTES);
    expect(() => parseSidecar(fill('a', MAX_SIDECAR_BYTES - frame + 1))).toThrow(refused('json-too-long'));
    expect(() => parseSidecar(fill('明', 11_000))).toThrow(
      refused('sidecar-too-long', { maxBytes: MAX_SIDECAR_BYTES }),
    );
  });

  it.each<[string, string]>([
    ['json-malformed', 'hello'],
    ['json-value', '[]'],
    ['json-not-canonical', ` ${text}`],
  ])('is strict JSON, else %s', (code, bad) => {
    expect(() => parseSidecar(bad)).toThrow(refused(code));
  });

  it('is not built of what could not be read', () => {
    expect(() => buildSidecar({ ...draft, salt: 'short' })).toThrow(refused('sidecar-member', { member: 'salt' }));
    expect(() => buildSidecar({ ...draft, plain: { a: 0.5 } })).toThrow(refused('json-number'));
    expect(() => buildSidecar({ ...draft, sealed: { reasons: '没有封' } })).toThrow(refused('sidecar-member'));
  });

  it('of any text is a sidecar or a ProtocolError', () => {
    const edited = fc.tuple(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 3 }));
    fc.assert(
      fc.property(edited, ([place, put]) => {
        const mutated = text.slice(0, place) + put + text.slice(place + 1);
        try {
          expect(parseSidecar(mutated).text).toBe(mutated);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe('the commitment to a sidecar', () => {
  it('is SHA-256 over its prefix and its text', () => {
    const expected = createHash('sha256').update('minglu sidecar v0\n').update(text).digest('base64url');
    expect(commitSidecar(text)).toBe(expected);
    expect(commitSidecar(text, sha256)).toBe(expected);
  });

  it('changes with every change of the text', () => {
    const commitment = commitSidecar(text);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (place) => {
        const unit = String.fromCharCode(text.charCodeAt(place) ^ 1);
        expect(commitSidecar(text.slice(0, place) + unit + text.slice(place + 1))).not.toBe(commitment);
      }),
      { numRuns: 100 },
    );
  });

  it('uses the hash function it is given', () => {
    expect(commitSidecar('{}', () => new Uint8Array(32))).toBe('A'.repeat(43));
  });
});

describe('the commitment to a disclosure', () => {
  it('is SHA-256 over prefix, salt and value, each on its line', () => {
    const expected = createHash('sha256').update(`minglu disclosure v0\n${salt}\n张三`).digest('base64url');
    expect(discloseCommitment(salt, '张三')).toBe(expected);
  });

  it('is another for another salt or value', () => {
    const other = exampleId(10);
    expect(discloseCommitment(other, '张三')).not.toBe(discloseCommitment(salt, '张三'));
    expect(discloseCommitment(salt, '张二')).not.toBe(discloseCommitment(salt, '张三'));
  });

  it.each(['', 'A'.repeat(21), 'A'.repeat(25), `${'A'.repeat(22)}\n`, `${'A'.repeat(22)} `])(
    'needs a salt nobody can guess, not %j',
    (bad) => {
      expect(() => discloseCommitment(bad, '张三')).toThrow(refused('salt-malformed'));
    },
  );

  it('is not made of a text without bytes', () => {
    expect(() => discloseCommitment(salt, '\ud800')).toThrow(refused('text-not-well-formed'));
  });

  it('uses the hash function it is given', () => {
    expect(discloseCommitment(salt, 'a', () => new Uint8Array(32))).toBe('A'.repeat(43));
  });
});

describe('the commitment to a trace', () => {
  it('is SHA-256 over prefix, salt and trace', () => {
    const expected = createHash('sha256').update(`minglu trace v0\n${salt}["age"]`).digest('base64url');
    expect(commitTrace(salt, '["age"]')).toBe(expected);
    expect(commitTrace(salt, '["age"]', sha256)).toBe(expected);
  });

  it('is another for another salt or trace, and needs a salt', () => {
    expect(commitTrace(exampleId(10), '["age"]')).not.toBe(commitTrace(salt, '["age"]'));
    expect(commitTrace(salt, '["level"]')).not.toBe(commitTrace(salt, '["age"]'));
    expect(() => commitTrace('', '["age"]')).toThrow(refused('salt-malformed'));
  });
});
