import {
  buildSidecar,
  commitSidecar,
  publicJwk,
  type Signer,
  signerFromSecret,
  signTransaction,
} from '@minglu/protocol';
import { afterAll, describe, expect, it } from 'vitest';
import { Authenticator } from './authenticator.ts';
import { reviveSidecar, reviveTransaction } from './revive.ts';

const secret = (seed: number): Uint8Array => new Uint8Array(32).fill(seed);
const registered = signerFromSecret('ES256', secret(7));
const random = (seed: number): string => Buffer.alloc(16, seed).toString('base64url');
const sidecar = buildSidecar({ salt: random(9), attestations: [], sealed: {}, plain: { note: 'x' } });

async function submission(signer: Signer, embedKey: boolean, withSidecar = false): Promise<string> {
  const draft = { chain: 'test.example/chain', id: random(1), deed: 'cases.submit', notAfter: 1, body: { a: 1 } };
  return signTransaction(withSidecar ? { ...draft, sidecar } : draft, signer, { embedKey });
}

describe('authenticator', () => {
  let known = [registered];
  const authenticator = new Authenticator({
    threads: 2,
    maxWaiting: 64,
    findKey: (kid) => {
      const signer = known.find(({ publicKey }) => publicKey.kid === kid);
      return signer === undefined ? undefined : { kid, jwk: publicJwk(signer.publicKey) };
    },
  });
  afterAll(() => authenticator.close());

  it('accepts a citizen whose key for this one case stands in the header', async () => {
    const signer = signerFromSecret('ES256', secret(3));
    const jws = await submission(signer, true);
    const authenticity = await authenticator.authenticate(jws, undefined);
    expect(authenticity).toMatchObject({ kid: signer.publicKey.kid, isCaseKey: true, batchKids: [] });
  });

  it('accepts a registered key that the threads have never met', async () => {
    const jws = await submission(registered, false);
    await expect(authenticator.authenticate(jws, undefined)).resolves.toMatchObject({ isCaseKey: false });
  });

  it('refuses a key that state does not know', async () => {
    known = [registered];
    const jws = await submission(signerFromSecret('ES256', secret(5)), false);
    await expect(authenticator.authenticate(jws, undefined)).rejects.toMatchObject({ code: 'key-unknown' });
  });

  it('refuses a signature over other bytes', async () => {
    const [header, , signature] = (await submission(registered, false)).split('.');
    const [, payload] = (await submission(registered, false, true)).split('.');
    const forged = authenticator.authenticate(`${header}.${payload}.${signature}`, sidecar);
    await expect(forged).rejects.toMatchObject({ code: 'signature-invalid' });
  });

  it('refuses a sidecar that was not committed to, and one that is missing', async () => {
    const bare = await submission(registered, false);
    const withSidecar = await submission(registered, false, true);
    const code = { code: 'transaction-malformed', facts: { part: 'sidecar', code: 'sidecar-mismatch' } };
    await expect(authenticator.authenticate(bare, sidecar)).rejects.toMatchObject(code);
    await expect(authenticator.authenticate(withSidecar, undefined)).rejects.toMatchObject(code);
  });

  it('names what is malformed without repeating it', async () => {
    const refusal = authenticator.authenticate('not a jws', undefined);
    await expect(refusal).rejects.toMatchObject({ code: 'transaction-malformed', facts: { part: 'transaction' } });
    await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining('not a jws') });
  });

  it('keeps the order of many and mixes up no verdicts', async () => {
    const good = await submission(registered, false);
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) => authenticator.authenticate(at % 3 === 0 ? `${good}x` : good, undefined)),
    );
    expect(all.map(({ status }) => status === 'fulfilled')).toEqual(all.map((_, at) => at % 3 !== 0));
  });

  it('turns submissions away when too many wait, and takes them again later', async () => {
    const good = await submission(registered, false);
    const all = await Promise.allSettled(Array.from({ length: 80 }, () => authenticator.authenticate(good, undefined)));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(16);
    expect(refused[0]).toMatchObject({ reason: { code: 'overloaded' } });
    expect(authenticator.waiting).toBe(0);
    await expect(authenticator.authenticate(good, undefined)).resolves.toBeDefined();
  });

  it('revives exactly what the strict parser reads', async () => {
    const { parseSidecar, parseTransaction } = await import('@minglu/protocol');
    const jws = await submission(signerFromSecret('ES256', secret(3)), true, true);
    const authenticity = await authenticator.authenticate(jws, sidecar);
    const revived = reviveTransaction(jws, authenticity);
    const parsed = parseTransaction(jws);
    for (const member of Object.keys(parsed) as (keyof typeof parsed)[]) {
      if (member !== 'caseKey') expect(revived[member]).toEqual(parsed[member]);
    }
    expect(revived.caseKey?.bytes).toEqual(parsed.caseKey?.bytes);
    expect(reviveSidecar(sidecar, commitSidecar(sidecar), authenticity)).toEqual(parseSidecar(sidecar));
    expect(commitSidecar(sidecar)).toBe(revived.sidecarCommitment);
  });
});
