import { describe, expect, it } from 'vitest';
import golden from '../../../vectors/protocol/formats-v0.json' with { type: 'json' };
import { base64urlDecode, base64urlEncode } from './encoding/base64url.ts';
import { hexDecode, hexEncode } from './encoding/hex.ts';
import { sha256 } from './encoding/sha256.ts';
import type { JsonObject } from './encoding/strict-json.ts';
import { utf8Decode, utf8Encode } from './encoding/utf8.ts';
import { encodeBlockEntry, encodeTransactionEntry } from './entry/encode-entry.ts';
import { parseEntry } from './entry/parse-entry.ts';
import { checkSignaturePure } from './keys/check-signature.ts';
import { parsePublicJwk } from './keys/parse-public-jwk.ts';
import { signerFromSecret } from './keys/signer.ts';
import { attestBatch } from './transaction/attest-batch.ts';
import type { AttestationStatement } from './transaction/attestation.ts';
import { checkTransactionSignature } from './transaction/check-transaction-signature.ts';
import { discloseCommitment } from './transaction/disclosure.ts';
import { parseAttestation } from './transaction/parse-attestation.ts';
import { parseTransaction } from './transaction/parse-transaction.ts';
import { commitSidecar, parseSidecar } from './transaction/sidecar.ts';
import { signTransaction } from './transaction/sign-transaction.ts';
import { commitTrace } from './transaction/trace.ts';

/** Another program must get the same bytes from the same file; so must the next version of this one. */
const keys = {
  citizen: signerFromSecret('ES256', hexDecode(golden.secrets.citizen)),
  department: signerFromSecret('ES256', hexDecode(golden.secrets.department)),
  operator: signerFromSecret('Ed25519', hexDecode(golden.secrets.operator)),
} as const;

describe('format v0, byte for byte', () => {
  it.each(golden.transactions)('signs a transaction of the $signer (key embedded: $embedKey)', async (example) => {
    const signer = keys[example.signer as keyof typeof keys];
    const draft = { ...golden.draft, body: golden.draft.body as JsonObject, sidecar: golden.sidecar.text };
    expect(await signTransaction(draft, signer, { embedKey: example.embedKey })).toBe(example.jws);
    const transaction = parseTransaction(example.jws);
    expect(transaction.kid).toBe(example.kid);
    expect(transaction.sidecarCommitment).toBe(golden.sidecar.commitment);
    expect(checkTransactionSignature(transaction, signer.publicKey)).toBe(true);
  });

  it('attests a batch', async () => {
    const statements = golden.statements as unknown as AttestationStatement[];
    expect(await attestBatch(statements, keys.department)).toEqual(golden.attestations);
    for (const json of golden.attestations as JsonObject[]) {
      const { batchSigningInput, batchSignature } = parseAttestation(json);
      expect(checkSignaturePure(keys.department.publicKey, batchSigningInput, batchSignature)).toBe(true);
    }
  });

  it('commits to a sidecar, a disclosure and a trace', () => {
    const { salt, value, commitment } = golden.disclosure;
    expect(parseSidecar(golden.sidecar.text).attestations).toHaveLength(golden.attestations.length);
    expect(commitSidecar(golden.sidecar.text)).toBe(golden.sidecar.commitment);
    expect(discloseCommitment(salt, value)).toBe(commitment);
    expect(commitTrace(golden.trace.salt, golden.trace.text)).toBe(golden.trace.commitment);
  });

  it.each(golden.entries)('writes and reads an entry: $why', ({ text, sha256: digest }) => {
    const bytes = utf8Encode(text);
    const entry = parseEntry(bytes);
    const written = entry.type === 'block' ? encodeBlockEntry(entry) : encodeTransactionEntry(entry);
    expect(utf8Decode(written)).toBe(text);
    expect(hexEncode(sha256(written))).toBe(digest);
  });

  it('chains a block entry to the one before it', () => {
    const blocks = golden.entries.map(({ text }) => text).filter((text) => text.includes('"type":"block"'));
    const [first, second] = blocks.map((text) => parseEntry(utf8Encode(text)));
    expect(first?.type === 'block' && base64urlEncode(first.previous)).toBe('A'.repeat(43));
    expect(second?.type === 'block' && second.previous).toEqual(sha256(utf8Encode(blocks[0]!)));
  });

  it.each(golden.refused)('refuses: $why', ({ kind, text, code }) => {
    const read = () => (kind === 'transaction' ? parseTransaction(text) : parseEntry(utf8Encode(text)));
    expect(read).toThrow(expect.objectContaining({ name: 'ProtocolError', code }));
  });

  it('knows the keys by their thumbprints', () => {
    for (const [name, jwk] of Object.entries(golden.keys)) {
      const { publicKey } = keys[name as keyof typeof keys];
      expect(parsePublicJwk(jwk as unknown as JsonObject)).toEqual(publicKey);
    }
    expect(base64urlDecode(keys.citizen.publicKey.kid)).toHaveLength(32);
  });
});
