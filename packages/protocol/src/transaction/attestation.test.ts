import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import { formatStrictJson, type JsonObject, type JsonValue, parseStrictJson } from '../encoding/strict-json.ts';
import { utf8Decode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { checkSignaturePure } from '../keys/check-signature.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { EXAMPLE_CHAIN, EXAMPLE_DIGEST, exampleId, exampleKeys, exampleStatement } from '../testing/examples.ts';
import { attestBatch } from './attest-batch.ts';
import { type AttestationStatement, MAX_BATCH_SIZE } from './attestation.ts';
import { signBatch } from './attestation-batch.ts';
import { formatStatement } from './attestation-statement.ts';
import { signCompactJws } from './compact-jws.ts';
import { parseAttestation } from './parse-attestation.ts';

const { department, operator } = exampleKeys;
const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });
const statements = (count: number) => Array.from({ length: count }, (_, place) => exampleStatement(place));
const five = await attestBatch(statements(5), department);
const [one] = (await attestBatch(statements(1), department)) as [JsonObject];
const third = five[2]!;

/** An attestation of one statement in these words, signed in order: only the parser can refuse it. */
async function attested(statement: string): Promise<JsonObject> {
  const root = leafHash(new TextEncoder().encode(statement));
  const batch = await signBatch({ chain: EXAMPLE_CHAIN, root, size: 1 }, department);
  return { statement, index: 0, size: 1, path: [], batch };
}

/** The third of five under a batch with this payload, signed in order. */
async function underPayload(payload: string, header = headerText()): Promise<JsonObject> {
  return { ...third, batch: await signCompactJws(header, payload, department) };
}

function headerText(typ = 'minglu-attestations+v0'): string {
  return `{"alg":"ES256","typ":"${typ}","kid":"${department.publicKey.kid}"}`;
}

describe('an attestation', () => {
  it('is read as it was stated', () => {
    const attestation = parseAttestation(third);
    expect(attestation.statement).toEqual(exampleStatement(2));
    expect(attestation.statementText).toBe(formatStatement(exampleStatement(2)));
    expect([attestation.index, attestation.size]).toEqual([2, 5]);
    expect(attestation.batchKid).toBe(department.publicKey.kid);
    expect(attestation.batchSuite).toBe('ES256');
    expect(attestation.root).toHaveLength(32);
  });

  it('has exactly the texts that the format says', () => {
    const { statementText, batchSigningInput, root } = parseAttestation(third);
    expect(statementText).toBe(
      `{"chain":"minglu.example/city","issuer":"public-security","case":"${exampleId(1)}",` +
        `"holder":"${exampleKeys.citizen.publicKey.kid}","service":"individual-business",` +
        '"facts":{"identity-level":2,"age-at-least-18":true,"region":"330106"},' +
        `"issuedAt":1799999000000,"expiresAt":1800000000000,"nonce":"${exampleId(2)}"}`,
    );
    const parts = utf8Decode(batchSigningInput).split('.');
    const texts = parts.map((part) => Buffer.from(part, 'base64url').toString());
    expect(texts).toEqual([headerText(), `{"chain":"minglu.example/city","root":"${base64urlEncode(root)}","size":5}`]);
  });

  it('of one statement has no path, and its leaf is the root', () => {
    const attestation = parseAttestation(one);
    expect(attestation.path).toEqual([]);
    expect(attestation.root).toEqual(leafHash(new TextEncoder().encode(attestation.statementText)));
  });

  it('is strict JSON, whatever the batch', () => {
    for (const attestation of [...five, one])
      expect(parseStrictJson(formatStrictJson(attestation))).toEqual(attestation);
  });

  it('bears the signature of the department, over the batch', () => {
    for (const json of five) {
      const { batchSigningInput, batchSignature } = parseAttestation(json);
      expect(checkSignaturePure(department.publicKey, batchSigningInput, batchSignature)).toBe(true);
    }
    expect(new Set(five.map(({ batch }) => batch)).size).toBe(1);
  });

  it('is read at every place of every size of batch', async () => {
    for (const size of [2, 3, 4, 7, 8, 9, 31, 64]) {
      const batch = await attestBatch(statements(size), operator);
      const read = batch.map((json) => parseAttestation(json));
      expect(read.map(({ statement }) => statement)).toEqual(statements(size));
      expect(new Set(read.map(({ root }) => base64urlEncode(root))).size).toBe(1);
      expect(read[0]!.batchSuite).toBe('Ed25519');
    }
  });

  it('does not stand in for its neighbour', () => {
    for (const [place, json] of five.entries()) {
      const neighbour = five[(place + 1) % 5]!;
      for (const member of ['statement', 'index', 'path'] as const) {
        if (formatStrictJson(neighbour[member]!) === formatStrictJson(json[member]!)) continue;
        expect(() => parseAttestation({ ...json, [member]: neighbour[member]! }), `${member} at ${place}`).toThrow(
          refused('attestation-path'),
        );
      }
    }
  });

  it('does not stand under the root of another batch', async () => {
    const [other] = await attestBatch(statements(6).slice(1), department);
    expect(() => parseAttestation({ ...third, batch: other!.batch! })).toThrow(refused('attestation-path'));
  });

  it('is refused with a hash too many, too few, or out of order', () => {
    const path = third.path as readonly string[];
    for (const bad of [path.slice(1), path.slice(0, -1), [...path, EXAMPLE_DIGEST], [...path].reverse()]) {
      expect(() => parseAttestation({ ...third, path: bad })).toThrow(refused('attestation-path'));
    }
  });

  it.each<[string, JsonValue]>([
    ['no object', 'attestation'],
    ['a list', [one]],
    ['a member missing', { statement: one.statement!, index: 0, size: 1, path: [] }],
    ['a member more', { ...one, more: 1 }],
    ['another order', { index: 0, statement: one.statement!, size: 1, path: [], batch: one.batch! }],
  ])('that is %s is refused', (_, json) => {
    expect(() => parseAttestation(json)).toThrow(refused('attestation-members'));
  });

  it.each<[string, JsonObject]>([
    ['statement', { statement: { chain: 'a' } }],
    ['batch', { batch: 1 }],
    ['size', { size: 0 }],
    ['size', { size: MAX_BATCH_SIZE + 1 }],
    ['size', { size: '1' }],
    ['size', { size: 0.5 }],
    ['index', { index: -1 }],
    ['index', { index: 1 }],
    ['index', { index: 0.5 }],
    ['index', { index: null }],
    ['path', { path: {} }],
    ['path', { path: [1] }],
    ['path', { path: ['AAAA'] }],
    ['path', { path: [`${'A'.repeat(42)}B`] }],
  ])('with a bad %s (%j) is refused', (member, members) => {
    expect(() => parseAttestation({ ...one, ...members })).toThrow(refused('attestation-member', { member }));
  });

  it('of any JSON is an attestation or a ProtocolError', () => {
    const member = fc.constantFrom('statement', 'index', 'size', 'path', 'batch');
    fc.assert(
      fc.property(member, fc.jsonValue(), (name, value) => {
        try {
          parseAttestation({ ...third, [name]: value as JsonValue });
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a statement', () => {
  const text = formatStatement(exampleStatement(1));
  const changed = (members: JsonObject) =>
    attested(formatStrictJson({ ...(JSON.parse(text) as JsonObject), ...members }));

  it.each<[string, JsonObject]>([
    ['chain', { chain: 'a b' }],
    ['issuer', { issuer: 'Public Security' }],
    ['issuer', { issuer: '' }],
    ['case', { case: 'one' }],
    ['holder', { holder: exampleId(1) }],
    ['service', { service: 7 }],
    ['facts', { facts: [] }],
    ['facts', { facts: { name: { given: '三' } } }],
    ['facts', { facts: { ages: [18] } }],
    ['facts', { facts: { age: null } }],
    ['facts', { facts: { 年龄: 18 } }],
    ['issuedAt', { issuedAt: -1 }],
    ['issuedAt', { issuedAt: 'now' }],
    ['expiresAt', { expiresAt: true }],
    ['expiresAt', { expiresAt: 1_799_999_000_000 }],
    ['nonce', { nonce: EXAMPLE_DIGEST }],
  ])('with a bad %s (%j) is refused', async (member, members) => {
    const json = await changed(members);
    expect(() => parseAttestation(json)).toThrow(refused('attestation-member', { member }));
  });

  it.each<[string, string, string]>([
    ['another member', `${text.slice(0, -1)},"name":"张三"}`, 'attestation-members'],
    ['a missing member', '{"chain":"a"}', 'attestation-members'],
    ['white space', `${text} `, 'json-not-canonical'],
    ['no JSON', '', 'json-malformed'],
  ])('with %s is refused', async (_, bad, code) => {
    const json = await attested(bad);
    expect(() => parseAttestation(json)).toThrow(refused(code));
  });
});

describe('a batch', () => {
  const { root } = parseAttestation(third);
  const rootText = base64urlEncode(root);

  it.each<[string, string]>([
    ['another size', `{"chain":"${EXAMPLE_CHAIN}","root":"${rootText}","size":6}`],
    ['another chain', `{"chain":"minglu.example/village","root":"${rootText}","size":5}`],
    ['no chain', `{"root":"${rootText}","size":5}`],
    ['another order', `{"root":"${rootText}","chain":"${EXAMPLE_CHAIN}","size":5}`],
    ['a short root', `{"chain":"${EXAMPLE_CHAIN}","root":"AAAA","size":5}`],
    ['no statements', `{"chain":"${EXAMPLE_CHAIN}","root":"${rootText}","size":0}`],
    ['too many', `{"chain":"${EXAMPLE_CHAIN}","root":"${rootText}","size":65}`],
    ['a chain that is none', `{"chain":" ","root":"${rootText}","size":5}`],
  ])('with %s is refused', async (_, payload) => {
    const json = await underPayload(payload);
    expect(() => parseAttestation(json)).toThrow(refused('attestation-batch'));
  });

  it.each(['minglu-tx+v0', 'minglu-attestations+v1', 'JWT'])('of type %s is refused', async (typ) => {
    const json = await underPayload(`{"chain":"${EXAMPLE_CHAIN}","root":"${rootText}","size":5}`, headerText(typ));
    expect(() => parseAttestation(json)).toThrow(refused('jws-header'));
  });

  it('with a high-S signature is refused', () => {
    const high = base64urlEncode(new Uint8Array(64).fill(0xfe));
    expect(() => parseAttestation({ ...third, batch: String(third.batch).slice(0, -86) + high })).toThrow(
      refused('signature-high-s'),
    );
  });

  it('holds 1 to 64 statements of one chain', async () => {
    await expect(attestBatch([], department)).rejects.toThrow(refused('attestation-batch'));
    await expect(attestBatch(statements(65), department)).rejects.toThrow(refused('attestation-batch'));
    const foreign: AttestationStatement = { ...exampleStatement(1), chain: 'minglu.example/village' };
    await expect(attestBatch([exampleStatement(1), foreign], department)).rejects.toThrow(refused('attestation-batch'));
  });

  it('is not signed over a statement nobody could read', async () => {
    const bad: AttestationStatement = { ...exampleStatement(1), nonce: 'again' };
    await expect(attestBatch([bad], department)).rejects.toThrow(refused('attestation-member', { member: 'nonce' }));
  });

  it('writes a statement in the order of the format, however it was built', () => {
    const { chain, ...rest } = exampleStatement(1);
    expect(formatStatement({ ...rest, chain })).toBe(formatStatement(exampleStatement(1)));
  });
});
