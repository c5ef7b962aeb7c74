import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { beforeEach, expect, test } from 'vitest';
import { secretOf } from '../testing/paper-log.ts';
import { signProof } from '../testing/sign-proof.ts';
import { HolderProof } from './holder-proof.ts';

const CHAIN = 'minglu.example/test';
const signer = signerFromSecret('ES256', secretOf('case key'));
let now: number;
let proof: HolderProof;

beforeEach(() => {
  now = 1_000_000;
  let count = 0;
  proof = new HolderProof({
    chain: CHAIN,
    organisation: 'ours',
    clock: () => now,
    randomBytes: (length) => secretOf(`random ${count++}`).slice(0, length),
  });
});

const head = { alg: 'ES256', typ: 'minglu-department-session+v0', jwk: publicJwk(signer.publicKey) };
const body = () => ({ chain: CHAIN, department: 'ours', challenge: proof.challenge().challenge });
const refused = (jws: string) => expect(proof.check(jws)).rejects.toMatchObject({ code: 'proof-refused' });

test('whoever signs the challenge with a key has proved that key', async () => {
  expect(await proof.check(signProof(head, body(), signer))).toBe(signer.publicKey.kid);
});

test('a proof is good once, for two minutes, and only for a challenge of this process', async () => {
  const jws = signProof(head, body(), signer);
  await proof.check(jws);
  await refused(jws);
  const late = signProof(head, body(), signer);
  now += 120_001;
  await refused(late);
  await refused(signProof(head, { ...body(), challenge: 'AAAA' }, signer));
  await refused(signProof(head, { ...body(), challenge: Buffer.alloc(40).toString('base64url') }, signer));
});

test('a proof for another department, another chain or of another kind is refused', async () => {
  await refused(signProof(head, { ...body(), department: 'theirs' }, signer));
  await refused(signProof(head, { ...body(), chain: 'minglu.example/other' }, signer));
  await refused(signProof({ ...head, typ: 'minglu-session+v0' }, body(), signer));
  await refused(signProof({ ...head, alg: 'none' }, body(), signer));
});

test('a key that did not sign is not proved, and a failed try burns no challenge', async () => {
  const other = signerFromSecret('ES256', secretOf('other'));
  const statement = body();
  await refused(signProof(head, statement, other));
  await refused(`${signProof(head, statement, signer)}.more`);
  await refused('a.b.c');
  expect(await proof.check(signProof(head, statement, signer))).toBe(signer.publicKey.kid);
});
