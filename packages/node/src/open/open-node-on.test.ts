import { parseCheckpoint, parseVkey, verifyLicenceProof, verifyReceipt, vkeyOf } from '@minglu/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommittedBlock } from '../follow/committed-block.ts';
import type { LedgerNode } from '../ledger-node.ts';
import type { NodeOptions } from '../node-options.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { memoryFiles } from '../testing/memory-files.ts';
import { memoryStores } from '../testing/memory-stores.ts';
import { StubWitness } from '../testing/stub-witness.ts';
import {
  ageContract,
  applications,
  CHAIN,
  DAY,
  foundingTransactions,
  genesis,
  logSigner,
  registrar,
  START,
  write,
} from '../testing/test-town.ts';
import { openNodeOn } from './open-node-on.ts';

const logVkey = vkeyOf(CHAIN, 'log', logSigner.publicKey);
const founding = await foundingTransactions();
const open: LedgerNode[] = [];
const witnesses: StubWitness[] = [];

afterEach(async () => {
  for (const node of open.splice(0)) await node.close();
  for (const witness of witnesses.splice(0)) await witness.stop();
});

async function start(overrides: Partial<NodeOptions> = {}, stores = memoryStores(), files = memoryFiles()) {
  const clock = new FakeClock(START);
  const options: NodeOptions = {
    directory: 'memory',
    genesis,
    genesisTransactions: founding,
    signer: logSigner,
    clock,
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
    witnessPatienceMs: 300,
    findFreeBytes: async () => 1e12,
    ...overrides,
  };
  const node = await openNodeOn(stores, options, files);
  open.push(node);
  return { node, clock, stores, files, options };
}

async function witness(name: string): Promise<StubWitness> {
  const started = await StubWitness.start(name, logVkey);
  witnesses.push(started);
  return started;
}

const trust = (vkeys: readonly string[] = [], threshold = 0) => ({
  version: 1,
  origin: CHAIN,
  logKeys: [logVkey],
  witnesses: vkeys.map(parseVkey),
  threshold,
});

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited++) {
    if (waited > 400) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a node', () => {
  it('answers a citizen with a receipt that proves record and outcome offline', async () => {
    const { node } = await start();
    const [application] = await applications(1);
    const result = await node.submit(application?.jws ?? '', application?.sidecar);
    const verified = await verifyReceipt(result.receipt, { trust: trust() });
    expect(verified).toMatchObject({ transactionSignature: 'checked', index: result.index });
    expect(verified.entry.outcome).toEqual(result.outcome);
    expect(JSON.stringify(result.outcome)).toContain('licence.issued');
    expect(result.receipt.length).toBeLessThan(4_096);
  });

  it('brings the last block of a burst to disk by itself, though it came while stores were being flushed', async () => {
    const stores = memoryStores();
    let flushing = (): void => {};
    const [begun, state] = [
      new Promise<void>((resolve) => {
        flushing = resolve;
      }),
      stores.state,
    ];
    const flush = state.flush.bind(state);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { node } = await start({ limits: { flushTransactions: 1, flushIdleMs: 10 } }, stores);
    await until(() => stores.journalled.length === 0);
    state.flush = async () => {
      flushing();
      await held;
      return await flush();
    };
    const [first, last] = await applications(2);
    await node.submit(first?.jws ?? '', first?.sidecar);
    await begun;
    await node.submit(last?.jws ?? '', last?.sidecar);
    release();
    await until(() => stores.journalled.length === 0);
  });

  it('gives a repeat the first receipt, under way or long past, and the deed takes effect once', async () => {
    const { node, clock } = await start();
    const [application] = await applications(1);
    const send = () => node.submit(application?.jws ?? '', application?.sidecar);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await clock.moveTo(START + DAY);
    const late = await send();
    expect(late).toMatchObject({ id: first?.id, index: first?.index, outcome: first?.outcome });
    const verified = await verifyReceipt(late.receipt, { trust: trust() });
    expect(verified.index).toBe(first?.index);
  });

  it('turns away at the door, with a code, what is not for this chain or not for now', async () => {
    const { node } = await start();
    const size = node.status().size;
    const other = await write({
      by: registrar,
      deed: 'licences.restore',
      body: { number: 'x' },
      chain: 'other.example/x',
    });
    await expect(node.submit(other.jws)).rejects.toMatchObject({
      code: 'transaction-refused',
      facts: { code: 'wrong-chain' },
    });
    const old = await write({ by: registrar, deed: 'licences.restore', body: { number: 'x' }, atMs: START - DAY });
    await expect(node.submit(old.jws)).rejects.toMatchObject({ facts: { code: 'expired' } });
    expect(node.status().size).toBe(size);
  });

  it('proves a licence, and the absence of one, under a root that a checkpoint covers', async () => {
    const { node } = await start();
    const [application] = await applications(1);
    const { outcome } = await node.submit(application?.jws ?? '', application?.sidecar);
    const number = /"number":"([0-9A-Z]{18})"/.exec(JSON.stringify(outcome))?.[1] ?? '';
    const proof = await node.licenceProof(number);
    const verified = await verifyLicenceProof(proof, { trust: trust() });
    expect(verified.licence).toMatchObject({ status: 'valid' });
    expect(verified.transaction?.transaction.id).toBe(application?.id);
    expect(proof.length).toBeLessThan(8_192);
    const absent = await node.licenceProof('92110105MA00000001');
    await expect(verifyLicenceProof(absent, { trust: trust() })).resolves.toMatchObject({ value: null });
  });

  it('keeps sidecar and trace beside the log and gives them by id', async () => {
    const { node } = await start();
    const [application] = await applications(1);
    await node.submit(application?.jws ?? '', application?.sidecar);
    expect((await node.sidecar(application?.id ?? ''))?.text).toBe(application?.sidecar);
    expect(await node.trace(application?.id ?? '')).toContain('age-at-least-18');
    expect(await node.sidecar('unknown')).toBeUndefined();
  });

  it('hands followers every block once and in order, from any height, then live', async () => {
    const { node } = await start({ limits: { maxBlockTransactions: 4 } });
    for (const { jws, sidecar } of await applications(6)) await node.submit(jws, sidecar);
    const all: CommittedBlock[] = [];
    const tail: CommittedBlock[] = [];
    node.follow(0, (block) => void all.push(block));
    const stop = node.follow(5, async (block) => {
      await new Promise((resolve) => setImmediate(resolve));
      tail.push(block);
    });
    await until(() => all.length === 7 && tail.length === 2);
    await Promise.all((await applications(8)).map(({ jws, sidecar }) => node.submit(jws, sidecar)));
    await until(() => all.at(-1)?.height === node.status().height && tail.at(-1)?.height === node.status().height);
    expect(all.map(({ height }) => height)).toEqual(all.map((_, at) => at));
    expect(tail.map(({ height }) => height)).toEqual(tail.map((_, at) => at + 5));
    expect(all.reduce((sum, { transactions }) => sum + transactions.length, 0)).toBe(7 + 14);
    stop();
    const seen = tail.length;
    const [last] = await applications(1);
    await node.submit(last?.jws ?? '', last?.sidecar);
    await until(() => all.at(-1)?.height === node.status().height);
    expect(tail).toHaveLength(seen);
  });

  it('makes a tick on a silent night: the promised date of a pending case passes at its instant', async () => {
    const { node, clock } = await start();
    const [application] = await applications(1, START, { 'identity-level': 2, 'age-at-least-18': false });
    await node.submit(application?.jws ?? '', application?.sidecar);
    const events: string[] = [];
    const times: number[] = [];
    node.follow(2, ({ events: due, time }) => {
      times.push(time);
      events.push(...due.map(([name]) => name));
    });
    await clock.moveTo(START + 4 * DAY);
    await until(() => times.length >= 5);
    expect(events).toContain('case.overdue');
    expect(times).toContain(START + 3 * DAY);
  });

  it('is founded only whole: a founding with a refused or foreign deed is not begun', async () => {
    const foreign = await write({
      by: registrar,
      deed: 'organisations.register',
      body: { id: 'x', name: 'x', kind: 'x' },
    });
    const founded = start({ genesisTransactions: [...founding, foreign] });
    await expect(founded).rejects.toMatchObject({ code: 'genesis-refused', facts: { transaction: founding.length } });
  });

  it('goes on where it stopped, and refuses another founder', async () => {
    const { node, stores, files, options } = await start();
    const [first, second] = await applications(2);
    const before = await node.submit(first?.jws ?? '', first?.sidecar);
    await node.close();
    const again = await openNodeOn(stores, options, files);
    open.push(again);
    expect(again.status()).toMatchObject({ height: 1, size: before.index + 2 });
    const after = await again.submit(second?.jws ?? '', second?.sidecar);
    expect(after.height).toBe(2);
    expect((await again.submit(first?.jws ?? '', first?.sidecar)).index).toBe(before.index);
    const other = { ...options, genesis: { ...genesis, founder: { ...genesis.founder, x: genesis.founder.y ?? '' } } };
    await expect(openNodeOn(stores, other, files)).rejects.toMatchObject({ code: expect.any(String) });
  });
});

describe('a node and its witnesses', () => {
  it('has its checkpoints cosigned by both, and serves receipts with their lines', async () => {
    const [north, south] = [await witness('north.example/w'), await witness('south.example/w')];
    const { node } = await start({ witnesses: [north.address, south.address], witnessThreshold: 2 });
    const [application] = await applications(1);
    const { index } = await node.submit(application?.jws ?? '', application?.sidecar);
    await until(() => node.status().cosignedSize > index);
    const receipt = await node.receipt(index);
    const verified = await verifyReceipt(receipt, {
      trust: trust([north.address.vkey, south.address.vkey], 2),
    });
    expect(verified.witnesses).toHaveLength(2);
    const [latest] = await node.checkpoints(Number.POSITIVE_INFINITY, 1);
    expect(parseCheckpoint(latest ?? '').note.signatures).toHaveLength(3);
  });

  it('answers without waiting for a dead witness, and shows it', async () => {
    const [alive, dead] = [await witness('alive.example/w'), await witness('dead.example/w')];
    const { node } = await start({ witnesses: [alive.address, dead.address] });
    const [first, second] = await applications(2);
    await node.submit(first?.jws ?? '', first?.sidecar);
    // It takes connections and never answers: its time is up after 2 s, far beyond what a receipt takes.
    dead.behaviour = 'silent';
    const startedMs = performance.now();
    await node.submit(second?.jws ?? '', second?.sidecar);
    expect(performance.now() - startedMs).toBeLessThan(1_500);
    await until(() => node.status().cosignedSize === node.status().size);
    await dead.stop();
    await until(() => node.status().alarms.includes('witness-silent'));
    expect(node.status().witnesses.map(({ state }) => state)).toEqual(['cosigned', 'unreachable']);
  });

  it('puts up no line that does not sign the checkpoint', async () => {
    const liar = await witness('liar.example/w');
    const { node } = await start({ witnesses: [liar.address] });
    liar.behaviour = 'lies';
    const [application] = await applications(1);
    await node.submit(application?.jws ?? '', application?.sidecar);
    await until(() => node.status().witnesses[0]?.state === 'line-invalid');
    expect(parseCheckpoint(node.checkpoint()).note.signatures).toHaveLength(1);
  });

  it('does not sign when a witness has seen more than this directory holds', async () => {
    const keeper = await witness('keeper.example/w');
    const { node } = await start({ witnesses: [keeper.address] });
    const [application] = await applications(1);
    await node.submit(application?.jws ?? '', application?.sidecar);
    await until(() => keeper.size === node.status().size);
    await node.close();
    const founded = start({ witnesses: [keeper.address] });
    await expect(founded).rejects.toMatchObject({
      code: 'second-history',
      facts: { witness: 'keeper.example/w', witnessSize: keeper.size, ownSize: 0 },
    });
  });

  it('does not sign while every witness is silent, unless its operator takes that on himself', async () => {
    const dead = await witness('dead.example/w');
    await dead.stop();
    const founded = start({ witnesses: [dead.address] });
    await expect(founded).rejects.toMatchObject({ code: 'witness-unreachable' });
    const { node } = await start({ witnesses: [dead.address], allowUnwitnessedStart: true });
    expect(node.status().height).toBe(0);
  });
});
