import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64urlEncode, type JsonObject, signerFromSecret } from '@minglu/protocol';
import { type AuditLetterDraft, seal, signAuditLetter, signCounterLetter } from '@minglu/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSealed } from '../keys/open-sealed.ts';
import { AuditDesk } from './audit-desk.ts';
import { DepartmentTrail } from './department-trail.ts';

const CHAIN = 'minglu.example/test';
const ORG = 'market-regulation';
const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const FINDING = 'BBBBBBBBBBBBBBBBBBBBBA';
const NOW = 5_000;
const auditor = signerFromSecret('ES256', new Uint8Array(32).fill(7));
const registrar = signerFromSecret('ES256', new Uint8Array(32).fill(8));
const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
const privateJwk = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as unknown as JsonObject;
const { kty, crv, x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as unknown as JsonObject;
const sealTo = { kty, crv, x, y } as JsonObject;

let directory: string;
let trail: DepartmentTrail;
let desk: AuditDesk;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-audit-desk-'));
  trail = await DepartmentTrail.open({ directory, organisation: ORG, secret: new Uint8Array(32), clock: () => NOW });
  desk = new AuditDesk({
    ...{ chain: CHAIN, trail, clock: () => NOW },
    keyOf: async (kid) => (kid === auditor.publicKey.kid ? auditor.publicKey : undefined),
    anchorProof: async () => undefined,
    open: (sealed) => openSealed(sealed, [privateJwk]),
  });
  for (const kind of ['unmask', 'read', 'unmask'] as const)
    await trail.append({ kind, action: 'sealed.open', actor: { org: ORG }, case: CASE, result: 'allowed' });
});
afterEach(async () => {
  await trail.close();
  await rm(directory, { recursive: true });
});

const letter = (more: Partial<AuditLetterDraft> = {}, signer = auditor) =>
  signAuditLetter({ chain: CHAIN, audience: ORG, nowMs: NOW, ...more }, signer);
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

describe('an auditor’s letter to a department', () => {
  it('is answered with the lines that fit, newest first, and the root over as many as the ledger knows', async () => {
    const answer = await desk.read(await letter({ query: { kind: 'unmask' }, anchored: 2 }));
    expect(answer).toMatchObject({ stream: `department:${ORG}`, size: 3 });
    expect((answer.lines as readonly { seq: number }[]).map(({ seq }) => seq)).toEqual([2, 0]);
    expect(answer.root).toBe(base64urlEncode(trail.stream.root(2).root));
    expect(await desk.read(await letter({ anchored: 4 }))).not.toHaveProperty('root');
  });

  it('goes on where the last page ended', async () => {
    const first = await desk.read(await letter({ limit: 2 }));
    const second = await desk.read(await letter({ limit: 2, before: first.next as number }));
    const seqs = [first, second].flatMap(({ lines }) => (lines as readonly { seq: number }[]).map(({ seq }) => seq));
    expect(seqs).toEqual([2, 1, 0]);
  });

  it('of anybody else, to another department, of another chain, late, or brought twice is refused', async () => {
    await refused(desk.read(await letter({}, registrar)), 'letter-not-signed');
    await refused(desk.read(await letter({ audience: 'tax' })), 'letter-malformed');
    await refused(desk.read(await letter({ chain: 'minglu.example/other' })), 'letter-malformed');
    await refused(desk.read(await letter({ nowMs: NOW + 61_000 })), 'letter-stale');
    const once = await letter();
    await desk.read(once);
    await refused(desk.read(once), 'letter-stale');
  });

  it('is no letter of a counter, though the same key signed it', async () => {
    const draft = { chain: CHAIN, audience: ORG, idNumber: '1', present: true, nowMs: NOW };
    await refused(desk.read(await signCounterLetter(draft, auditor)), 'letter-malformed');
  });

  it('asks only what there is to ask', async () => {
    for (const query of [{ kind: 'all' }, { name: 'wang' }, { from: -1 }, { case: 'x' }, { constructor_: 1 }])
      await refused(desk.read(await letter({ query: query as JsonObject })), 'letter-malformed');
    await refused(desk.read(await letter({ limit: 501 })), 'letter-malformed');
  });

  it('exports nothing that the ledger does not know yet', async () => {
    await refused(desk.export(await letter()), 'audit-not-anchored');
  });
});

describe('words of an answer', () => {
  const words = async (finding: string, said: unknown) =>
    desk.words(await letter({ finding, sealed: await seal(JSON.stringify(said), sealTo) }));

  it('are opened where they say themselves that they answer the finding', async () => {
    expect(await words(FINDING, { finding: FINDING, words: '已经改正' })).toEqual({ words: '已经改正' });
  });

  it('of another finding, and anything else that was sealed here, stay closed', async () => {
    await refused(words(FINDING, { finding: CASE, words: '已经改正' }), 'words-of-another');
    await refused(words(FINDING, '王秀英'), 'words-of-another');
    await refused(words(FINDING, { words: '王秀英' }), 'words-of-another');
    const foreign = await letter({ finding: FINDING, sealed: 'aGVhZA.a2V5.aXY.Y2lwaGVy.dGFn' });
    await refused(desk.words(foreign), 'not-for-us');
    await refused(desk.words(await letter({ finding: FINDING })), 'letter-malformed');
  });
});
