import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import { type JsonObject, publicJwk } from '@minglu/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nativeSigner } from '../crypto/native-signer.ts';
import type { LedgerNode } from '../ledger-node.ts';
import { openNode } from '../open/open-node.ts';
import {
  type Application,
  ageContract,
  applications,
  founder,
  foundingTransactions,
  genesis,
  logSigner,
  START,
  write,
} from '../testing/test-town.ts';

const auditor = nativeSigner('ES256', Buffer.alloc(32, 'auditor'));
const security = nativeSigner('ES256', Buffer.alloc(32, 'security'));
let directory = '';
let node: LedgerNode;
let held: Application;
let free: Application;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-erase-'));
  node = await openNode({
    directory,
    genesis: { ...genesis, protocol: NEWEST_PROTOCOL },
    genesisTransactions: await foundingTransactions(),
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
  });
  for (const [signer, role] of [
    [auditor, 'auditor'],
    [security, 'security-administrator'],
  ] as const) {
    await act(founder, 'keys.register', { org: 'platform', jwk: publicJwk(signer.publicKey) });
    await act(founder, 'roles.grant', { org: 'platform', kid: signer.publicKey.kid, role });
  }
  [held, free] = (await applications(2, START, {})) as [Application, Application];
  for (const { jws, sidecar } of [held, free]) await node.submit(jws, sidecar);
});
afterAll(async () => {
  await node.close();
  await rm(directory, { recursive: true });
});

async function act(by: typeof founder, deed: string, body: JsonObject): Promise<void> {
  const { jws } = await write({ by, deed, body });
  const { outcome } = await node.submit(jws);
  expect(outcome).toHaveProperty('events');
}

it('what stands beside a transaction is erased, and its receipt goes on to hold', async () => {
  expect(await node.sidecar(free.id)).toBeDefined();
  await node.erase(free.id);
  expect([await node.sidecar(free.id), await node.trace(free.id)]).toEqual([undefined, undefined]);
  const place = await node.find(free.id);
  expect(await node.receipt(place?.index ?? -1)).toContain('tlog-proof');
});

it('nothing of a case that an auditor holds is erased, until two people have lifted the hold', async () => {
  await act(auditor, 'audit.place-hold', { case: held.id, reason: 'INSPECTION' });
  await expect(node.erase(held.id)).rejects.toMatchObject({ code: 'erasure-held' });
  await act(security, 'audit.confirm-hold', { case: held.id });
  await act(auditor, 'audit.lift-hold', { case: held.id });
  await expect(node.erase(held.id)).rejects.toMatchObject({ code: 'erasure-held' });
  expect(await node.sidecar(held.id)).toBeDefined();
  await act(security, 'audit.confirm-hold', { case: held.id });
  await node.erase(held.id);
  expect(await node.sidecar(held.id)).toBeUndefined();
});

it('a transaction that nobody knows is not there to be erased', async () => {
  await expect(node.erase('A'.repeat(22))).rejects.toMatchObject({ code: 'not-found' });
});
