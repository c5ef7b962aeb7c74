import { attestBatch, buildSidecar, publicJwk, type Signer, signerFromSecret, signTransaction } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { AuthenticationItem } from './verdict.ts';
import { Verifier } from './verifier.ts';

const CHAIN = 'test.example/chain';
const signer = (seed: number) => signerFromSecret('ES256', new Uint8Array(32).fill(seed));
const random = (seed: number): string => Buffer.alloc(16, seed).toString('base64url');
const [citizen, department, stranger] = [signer(3), signer(5), signer(7)];
/** The department's name over somebody else's signature. */
const impostor: Signer = { publicKey: department.publicKey, sign: (message) => stranger.sign(message) };

/** Two cases under one signature. */
async function cases(attester: Signer): Promise<AuthenticationItem[]> {
  const statements = [1, 2].map((seed) => ({
    chain: CHAIN,
    issuer: 'public-security',
    case: random(seed),
    holder: citizen.publicKey.kid,
    service: 'individual-business',
    facts: { 'age-at-least-18': true },
    issuedAt: 1,
    expiresAt: 2,
    nonce: random(seed + 10),
  }));
  const attestations = await attestBatch(statements, attester);
  return Promise.all(
    attestations.map(async (attestation, at) => {
      const sidecar = buildSidecar({ salt: random(9), attestations: [attestation], sealed: {}, plain: {} });
      const draft = { chain: CHAIN, id: random(at + 1), deed: 'cases.submit', notAfter: 1, body: {}, sidecar };
      return { jws: await signTransaction(draft, citizen, { embedKey: true }), sidecar };
    }),
  );
}

function knowing(...signers: Signer[]): Verifier {
  const verifier = new Verifier();
  for (const { publicKey } of signers) verifier.learn({ kid: publicKey.kid, jwk: publicJwk(publicKey) });
  return verifier;
}

describe('a verifier', () => {
  it('finds each case of a batch authentic under one signature, and says who signed it', async () => {
    const verifier = knowing(department);
    for (const item of await cases(department)) {
      expect(verifier.verify(item)).toMatchObject({ kind: 'authentic', batchKids: [department.publicKey.kid] });
    }
  });

  it('refuses a batch that another key signed, the second time and beside the second case too', async () => {
    const verifier = knowing(department);
    const forged = await cases(impostor);
    for (const item of [...forged, ...forged]) {
      expect(verifier.verify(item)).toEqual({ kind: 'forged', part: 'attestation' });
    }
  });

  it('asks for a key it was not told, though it has read the batch before', async () => {
    const verifier = knowing();
    const [item] = await cases(department);
    for (let time = 0; time < 2; time++) {
      expect(verifier.verify(item as AuthenticationItem)).toEqual({
        kind: 'missing',
        kids: [department.publicKey.kid],
      });
    }
  });

  it('refuses a statement that no signed batch holds, beside one that is remembered', async () => {
    const verifier = knowing(department);
    const [good] = await cases(department);
    expect(verifier.verify(good as AuthenticationItem)).toMatchObject({ kind: 'authentic' });
    const text = (good?.sidecar ?? '').replace('age-at-least-18\\":true', 'age-at-least-18\\":false');
    expect(text).not.toBe(good?.sidecar);
    const draft = { chain: CHAIN, id: random(1), deed: 'cases.submit', notAfter: 1, body: {}, sidecar: text };
    const jws = await signTransaction(draft, citizen, { embedKey: true });
    expect(verifier.verify({ jws, sidecar: text })).toMatchObject({ kind: 'malformed', code: 'attestation-path' });
  });
});
