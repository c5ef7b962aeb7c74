import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { formatStrictJson, type JsonObject } from '../encoding/strict-json.ts';
import { utf8Decode, utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { publicJwk } from '../keys/public-key.ts';
import type { Signer } from '../keys/signer.ts';
import { EXAMPLE_DIGEST, exampleDraft, exampleId, exampleKeys } from '../testing/examples.ts';
import { checkTransactionSignature } from './check-transaction-signature.ts';
import { MAX_JWS_LENGTH, signCompactJws } from './compact-jws.ts';
import { parseTransaction } from './parse-transaction.ts';
import { commitSidecar } from './sidecar.ts';
import { signTransaction } from './sign-transaction.ts';

const { citizen, officer, operator } = exampleKeys;
const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });
const headerOf = (jws: string) => utf8Decode(base64urlDecode(jws.split('.')[0]!));
const payloadOf = (jws: string) => utf8Decode(base64urlDecode(jws.split('.')[1]!));
const caseJws = await signTransaction(exampleDraft, citizen, { embedKey: true });
const officerJws = await signTransaction(exampleDraft, officer, { embedKey: false });
const { x, y } = publicJwk(citizen.publicKey) as { x: string; y: string };
const { kid } = officer.publicKey;

/** The example with another header or payload, properly signed: only the parser can refuse it. */
const withHeader = (header: string, signer: Signer = citizen) => signCompactJws(header, payloadOf(caseJws), signer);
const withPayload = (payload: string) => signCompactJws(headerOf(caseJws), payload, citizen);
const withMembers = (members: JsonObject) =>
  withPayload(formatStrictJson({ ...(JSON.parse(payloadOf(caseJws)) as JsonObject), ...members }));

describe('a transaction signed with a case key', () => {
  const transaction = parseTransaction(caseJws);

  it('carries the key, and is named by its thumbprint', () => {
    expect(transaction.caseKey).toEqual(citizen.publicKey);
    expect(transaction.kid).toBe(citizen.publicKey.kid);
    expect(transaction.suite).toBe('ES256');
  });

  it('has exactly the header that the format says', () => {
    expect(headerOf(caseJws)).toBe(
      `{"alg":"ES256","typ":"minglu-tx+v0","jwk":{"kty":"EC","crv":"P-256","x":"${x}","y":"${y}"}}`,
    );
  });

  it('has exactly the payload that the format says', () => {
    expect(payloadOf(caseJws)).toBe(
      `{"chain":"minglu.example/city","id":"${exampleDraft.id}","deed":"cases.submit","notAfter":1800000000000,` +
        `"body":{"service":"individual-business","tradeName":"明明小吃店","scope":["6210"],"region":"330106",` +
        `"operator":"${EXAMPLE_DIGEST}","manual":false}}`,
    );
  });

  it('says what was signed', () => {
    const { chain, id, deed, notAfter, body } = transaction;
    expect({ chain, id, deed, notAfter, body }).toEqual(exampleDraft);
    expect(transaction.sidecarCommitment).toBeUndefined();
    expect(transaction.jws).toBe(caseJws);
  });

  it('has the signing input of RFC 7515, which its key signed', () => {
    expect(utf8Decode(transaction.signingInput)).toBe(caseJws.slice(0, caseJws.lastIndexOf('.')));
    expect(checkTransactionSignature(transaction, citizen.publicKey)).toBe(true);
  });

  it('keeps its bytes when the next one is parsed', () => {
    const first = parseTransaction(caseJws);
    parseTransaction(officerJws);
    expect(checkTransactionSignature(first, citizen.publicKey)).toBe(true);
    expect(first.caseKey).toEqual(citizen.publicKey);
  });
});

describe('a transaction signed with a registered key', () => {
  it('names the key by its thumbprint and carries none', () => {
    expect(headerOf(officerJws)).toBe(`{"alg":"ES256","typ":"minglu-tx+v0","kid":"${kid}"}`);
    const transaction = parseTransaction(officerJws);
    expect(transaction.kid).toBe(kid);
    expect(transaction.caseKey).toBeUndefined();
    expect(checkTransactionSignature(transaction, officer.publicKey)).toBe(true);
  });

  it('is not signed by a key with another thumbprint', () => {
    expect(checkTransactionSignature(parseTransaction(officerJws), citizen.publicKey)).toBe(false);
    expect(checkTransactionSignature(parseTransaction(officerJws), citizen.publicKey, () => true)).toBe(false);
  });

  it('is not signed by a key of another suite than the header says, even with the right thumbprint', async () => {
    const header = `{"alg":"Ed25519","typ":"minglu-tx+v0","kid":"${kid}"}`;
    const transaction = parseTransaction(await withHeader(header, officer));
    expect(transaction.suite).toBe('Ed25519');
    expect(checkTransactionSignature(transaction, officer.publicKey, () => true)).toBe(false);
  });
});

describe('a transaction of Ed25519', () => {
  it.each([true, false])('is read with its suite (key embedded: %s)', async (embedKey) => {
    const transaction = parseTransaction(await signTransaction(exampleDraft, operator, { embedKey }));
    expect(transaction.suite).toBe('Ed25519');
    expect(transaction.kid).toBe(operator.publicKey.kid);
    expect(checkTransactionSignature(transaction, operator.publicKey)).toBe(true);
  });
});

describe('a transaction with a sidecar', () => {
  it('commits to its text', async () => {
    const jws = await signTransaction({ ...exampleDraft, sidecar: '{"a":1}' }, citizen, { embedKey: true });
    const commitment = createHash('sha256').update('minglu sidecar v0\n{"a":1}').digest('base64url');
    expect(parseTransaction(jws).sidecarCommitment).toBe(commitment);
    expect(payloadOf(jws).endsWith(`,"sidecar":"${commitment}"}`)).toBe(true);
    expect(commitSidecar('{"a":1}')).toBe(commitment);
  });
});

describe('signing', () => {
  it('lowers the S of a signer that gives a high one', async () => {
    const high: Signer = {
      publicKey: officer.publicKey,
      sign: async (message) => {
        const signature = officer.sign(message);
        const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
        const s = order - BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
        return new Uint8Array([...signature.subarray(0, 32), ...Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
      },
    };
    expect(await signTransaction(exampleDraft, high, { embedKey: false })).toBe(officerJws);
  });

  it.each<[string, object, string]>([
    ['a chain with a space', { chain: 'a b' }, 'transaction-member'],
    ['an id that is too short', { id: 'abc' }, 'transaction-member'],
    ['a deed without a module', { deed: 'submit' }, 'transaction-member'],
    ['an instant before 1970', { notAfter: -1 }, 'transaction-member'],
    ['an instant between milliseconds', { notAfter: 1.5 }, 'json-number'],
    ['a body with a fraction', { body: { a: 0.5 } }, 'json-number'],
    ['a body with a key of digits', { body: { '6210': true } }, 'json-key'],
    ['a body that is too long', { body: { a: 'a'.repeat(30_000) } }, 'jws-too-long'],
  ])('refuses %s, as its reader would', async (_, change, code) => {
    await expect(signTransaction({ ...exampleDraft, ...change }, officer, { embedKey: false })).rejects.toThrow(
      refused(code),
    );
  });

  it('refuses a signer whose signatures have another length', async () => {
    const short: Signer = { publicKey: officer.publicKey, sign: () => new Uint8Array(70) };
    await expect(signTransaction(exampleDraft, short, { embedKey: false })).rejects.toThrow(
      refused('signature-malformed'),
    );
  });
});

describe('the header', () => {
  const type = '"typ":"minglu-tx+v0"';
  const jwk = `"jwk":{"kty":"EC","crv":"P-256","x":"${x}","y":"${y}"}`;
  const foreign: readonly (readonly [string, string])[] = [
    ['no signature at all', `{"alg":"none",${type},"kid":"${kid}"}`],
    ['a shared secret', `{"alg":"HS256",${type},"kid":"${kid}"}`],
    ['another type', `{"alg":"ES256","typ":"JWT","kid":"${kid}"}`],
    ['another version', `{"alg":"ES256","typ":"minglu-tx+v1","kid":"${kid}"}`],
    ['no type', `{"alg":"ES256","kid":"${kid}"}`],
    ['another order', `{"typ":"minglu-tx+v0","alg":"ES256","kid":"${kid}"}`],
    ['another order in the key', `{"alg":"ES256",${type},"jwk":{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}}`],
    ['white space', `{"alg":"ES256", ${type},"kid":"${kid}"}`],
    ['both a key and a thumbprint', `{"alg":"ES256",${type},"kid":"${kid}",${jwk}}`],
    ['neither', `{"alg":"ES256",${type}}`],
    ['a critical extension', `{"alg":"ES256",${type},"kid":"${kid}","crit":["b64"],"b64":false}`],
    ['an address to fetch keys from', `{"alg":"ES256",${type},"kid":"${kid}","jku":"https://a.example"}`],
    ['the suite of another key', `{"alg":"Ed25519",${type},${jwk}}`],
    ['the secret too', `{"alg":"ES256",${type},"jwk":{"kty":"EC","crv":"P-256","x":"${x}","y":"${y}","d":"${x}"}}`],
    ['half a point', `{"alg":"ES256",${type},"jwk":{"kty":"EC","crv":"P-256","x":"${x}"}}`],
    ['a thumbprint cut short', `{"alg":"ES256",${type},"kid":"${kid.slice(1)}"}`],
    ['no JSON', 'hello'],
  ];

  it.each(foreign)('with %s is refused', async (_, header) => {
    await expect(withHeader(header).then((jws) => parseTransaction(jws))).rejects.toThrow(refused('jws-header'));
  });

  it.each([
    ['a foreign character', kid.replace(/^./, '"')],
    ['spare bits', `${kid.slice(0, -1)}${String.fromCharCode(kid.charCodeAt(42) + 1)}`],
    ['padding', `${kid.slice(0, -1)}=`],
  ])('with %s in the thumbprint is refused', async (_, bad) => {
    const jws = await withHeader(`{"alg":"ES256",${type},"kid":"${bad}"}`);
    expect(() => parseTransaction(jws)).toThrow(refused('base64url-malformed'));
  });

  it('with spare bits in a coordinate is refused: one key, one thumbprint', async () => {
    const twin = `${x.slice(0, -1)}${String.fromCharCode(x.charCodeAt(42) + 1)}`;
    const jws = await withHeader(`{"alg":"ES256",${type},"jwk":{"kty":"EC","crv":"P-256","x":"${twin}","y":"${y}"}}`);
    expect(() => parseTransaction(jws)).toThrow(refused('base64url-malformed'));
  });
});

describe('the payload', () => {
  it.each<[string, string]>([
    ['an unknown member', `${payloadOf(caseJws).slice(0, -1)},"admin":true}`],
    ['a missing member', '{"chain":"a","id":"b","deed":"c.d","notAfter":1}'],
    ['another order', '{"id":"b","chain":"a","deed":"c.d","notAfter":1,"body":{}}'],
    [
      'a sidecar before its place',
      `{"sidecar":"${EXAMPLE_DIGEST}","chain":"a","id":"b","deed":"c.d","notAfter":1,"body":{}}`,
    ],
    ['a member after the sidecar', `{"chain":"a","id":"b","deed":"c.d","notAfter":1,"body":{},"sidecar":"x","z":1}`],
    ['nothing', '{}'],
  ])('with %s is refused', async (_, payload) => {
    const jws = await withPayload(payload);
    expect(() => parseTransaction(jws)).toThrow(refused('transaction-members'));
  });

  it.each<[string, JsonObject]>([
    ['chain', { chain: '' }],
    ['chain', { chain: 'a b' }],
    ['chain', { chain: 'a+b' }],
    ['chain', { chain: 'a\n' }],
    ['chain', { chain: '明录' }],
    ['chain', { chain: 'a'.repeat(129) }],
    ['chain', { chain: 1 }],
    ['id', { id: 'A'.repeat(21) }],
    ['id', { id: 'A'.repeat(23) }],
    ['id', { id: `${'A'.repeat(21)}B` }],
    ['id', { id: `${'A'.repeat(21)}+` }],
    ['id', { id: null }],
    ['deed', { deed: 'cases' }],
    ['deed', { deed: 'cases.submit.now' }],
    ['deed', { deed: 'Cases.submit' }],
    ['deed', { deed: '__proto__.a' }],
    ['deed', { deed: ['cases.submit'] }],
    ['notAfter', { notAfter: '1800000000000' }],
    ['notAfter', { notAfter: -1 }],
    ['body', { body: [] }],
    ['body', { body: null }],
    ['body', { body: 'a' }],
    ['sidecar', { sidecar: 'A'.repeat(42) }],
    ['sidecar', { sidecar: `${'A'.repeat(42)}B` }],
    ['sidecar', { sidecar: null }],
  ])('with a bad %s (%j) is refused, naming the member and not the value', async (member, members) => {
    const jws = await withMembers(members);
    expect(() => parseTransaction(jws)).toThrow(refused('transaction-member', { member }));
  });

  it.each<[string, string, string]>([
    ['white space', ' {}', 'json-not-canonical'],
    ['a duplicate member', '{"chain":"a","chain":"a"}', 'json-not-canonical'],
    ['no object', '[]', 'json-value'],
    ['no JSON', 'hello', 'json-malformed'],
    ['a lone surrogate', '{"a":"\\ud800"}', 'json-lone-surrogate'],
    ['a hidden member', '{"__proto__":{}}', 'json-key'],
    ['a fraction', '{"a":0.1}', 'json-number'],
    ['a depth of 17', `{"a":${'['.repeat(16)}${']'.repeat(16)}}`, 'json-depth'],
  ])('with %s is refused', async (_, payload, code) => {
    const jws = await withPayload(payload);
    expect(() => parseTransaction(jws)).toThrow(refused(code));
  });

  it('that is not UTF-8 is refused', () => {
    const [header, , signature] = caseJws.split('.');
    const payload = base64urlEncode(new Uint8Array([0x22, 0xff, 0x22]));
    expect(() => parseTransaction(`${header}.${payload}.${signature}`)).toThrow(refused('utf8-malformed'));
  });
});

describe('the compact form', () => {
  const [header, payload, signature] = caseJws.split('.') as [string, string, string];

  it.each<[string, string]>([
    ['nothing', ''],
    ['no dot', header],
    ['one dot', `${header}.${payload}`],
    ['an empty header', `.${payload}.${signature}`],
    ['an empty payload', `${header}..${signature}`],
    ['an empty signature', `${header}.${payload}.`],
    ['a longer signature', `${caseJws}AA`],
    ['a shorter signature', caseJws.slice(0, -2)],
    ['a fourth part', `${caseJws}.AAAA`],
    ['dots alone', '..'],
  ])('of %s is refused', (_, jws) => {
    expect(() => parseTransaction(jws)).toThrow(refused('jws-shape'));
  });

  it.each<[string, string]>([
    ['a trailing line feed', `${header}.${payload}.${signature.slice(0, -1)}\n`],
    [
      'spare bits in the signature',
      `${caseJws.slice(0, -1)}${String.fromCharCode(caseJws.charCodeAt(caseJws.length - 1) + 1)}`,
    ],
    ['a foreign character in the payload', `${header}.é${payload.slice(1)}.${signature}`],
    ['a dot in the signature', `${header}.${payload}.${'.'.repeat(86)}`],
    ['padding in the header', `${header.slice(0, -1)}=.${payload}.${signature}`],
  ])('with %s is refused', (_, jws) => {
    expect(() => parseTransaction(jws)).toThrow(refused('base64url-malformed'));
  });

  it('is bounded before anything is read', () => {
    expect(() => parseTransaction('a'.repeat(MAX_JWS_LENGTH + 1))).toThrow(
      refused('jws-too-long', { maxLength: MAX_JWS_LENGTH }),
    );
    expect(() => parseTransaction('a'.repeat(MAX_JWS_LENGTH))).toThrow(refused('jws-shape'));
  });

  it('with a high-S signature is refused, in either kind of header', () => {
    for (const jws of [caseJws, officerJws]) {
      const high = base64urlEncode(new Uint8Array(64).fill(0xfe));
      expect(() => parseTransaction(jws.slice(0, -86) + high)).toThrow(refused('signature-high-s'));
    }
  });
});

describe('any string', () => {
  /** Either a transaction or a ProtocolError; nothing else may come out. */
  const outcome = (jws: string) => {
    try {
      return parseTransaction(jws);
    } catch (error) {
      expect(error).toBeInstanceOf(ProtocolError);
      return undefined;
    }
  };

  it('gives a transaction or a ProtocolError', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => base64urlEncode(utf8Encode(text))),
      fc.json({ maxDepth: 4 }).map((text) => base64urlEncode(utf8Encode(text.toWellFormed()))),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => base64urlEncode(bytes)),
      fc.constantFrom(...caseJws.split('.'), ...officerJws.split('.')),
      fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => base64urlEncode(bytes)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(text, (jws) => {
        outcome(jws);
      }),
      { numRuns: 4000 },
    );
  });

  it('gives one with a payload of any JSON in the right envelope', () => {
    const [header, , signature] = caseJws.split('.');
    const json = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .record({
          chain: fc.jsonValue(),
          id: fc.jsonValue(),
          deed: fc.jsonValue(),
          notAfter: fc.jsonValue(),
          body: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(json, (payload) => {
        outcome(`${header}.${base64urlEncode(utf8Encode(payload.toWellFormed()))}.${signature}`);
      }),
      { numRuns: 1500 },
    );
  });

  it('that is a transaction with one character changed is refused, or is not signed', () => {
    fc.assert(
      fc.property(fc.nat(caseJws.length - 1), fc.constantFrom(...'AQgwz09-_.= "é'), (place, character) => {
        const mutated = caseJws.slice(0, place) + character + caseJws.slice(place + 1);
        fc.pre(mutated !== caseJws);
        const transaction = outcome(mutated);
        if (transaction !== undefined) {
          expect(checkTransactionSignature(transaction, transaction.caseKey ?? citizen.publicKey)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that is parsed is the only text of its transaction: it can be signed again from what was read', async () => {
    const name = fc.string({ unit: 'binary', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), fc.nat(255), async (text, notAfter, seed) => {
        const draft = { ...exampleDraft, id: exampleId(seed), notAfter, body: { text } };
        const jws = await signTransaction(draft, operator, { embedKey: true });
        const { chain, id, deed, body, notAfter: until } = parseTransaction(jws);
        expect(await signTransaction({ chain, id, deed, notAfter: until, body }, operator, { embedKey: true })).toBe(
          jws,
        );
      }),
      { numRuns: 30 },
    );
  });
});
