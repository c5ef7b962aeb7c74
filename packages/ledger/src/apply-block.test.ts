import { sha256 } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { applyBlock } from './apply-block.ts';
import { MAX_DUE_PER_BLOCK } from './due/apply-due.ts';
import { LedgerError } from './ledger-error.ts';
import { NEWEST_PROTOCOL } from './protocol-version.ts';
import { MemoryState } from './state/memory-state.ts';
import { MAX_WINDOW_MS } from './state/replay-window.ts';
import { accepted, expectRefusal, refusedWithoutTrace } from './testing/expect-refusal.ts';
import {
  apply,
  CHAIN,
  DAY,
  foundedChain,
  idOf,
  jwkOf,
  kidOf,
  START,
  sealedSidecar,
  submission,
  TestChain,
} from './testing/test-chain.ts';

const organisation = (id: string) => ({ id, name: id, kind: 'department' });
const register = (id: string) => ({ by: 'founder', deed: 'organisations.register', body: organisation(id) });

describe('block 0', () => {
  it('starts from nothing but the genesis parameters', () => {
    const chain = new TestChain();
    chain.block([]);
    expect(chain.find('chain')).toEqual({ name: CHAIN, founder: kidOf('founder') });
    expect(chain.find('protocol')).toEqual({ version: NEWEST_PROTOCOL });
    expect(chain.find('org', 'platform')).toMatchObject({ status: 'active' });
    expect(chain.find('key', kidOf('founder'))).toEqual({
      jwk: jwkOf('founder'),
      org: 'platform',
      status: 'active',
      since: START,
    });
    expect(chain.find('role', `platform/${kidOf('founder')}/administrator`)).toEqual({ since: START });
  });

  it('carries ordinary transactions of the founder', async () => {
    const chain = new TestChain();
    const { outcomes } = chain.block([await chain.write(register('market'))]);
    expect(outcomes).toEqual([{ events: [['organisation.registered', { org: 'market' }]] }]);
  });

  it('is refused at another height or time than the genesis says', () => {
    const { runtime } = new TestChain();
    const at = (height: number, time: number) => () =>
      applyBlock(new MemoryState(), { height, time, transactions: [] }, runtime);
    expect(at(1, START)).toThrow(LedgerError);
    expect(at(0, START + 1)).toThrow(LedgerError);
    expect(at(0, START)).not.toThrow();
  });
});

describe('a block', () => {
  it('is applied only in its place: the next height, a time not before the last, the same chain', async () => {
    const chain = await foundedChain();
    const at =
      (height: number, time: number, name = CHAIN) =>
      () =>
        applyBlock(
          chain.state,
          { height, time, transactions: [] },
          {
            ...chain.runtime,
            genesis: { ...chain.runtime.genesis, chain: name },
          },
        );
    expect(at(1, chain.time)).not.toThrow();
    for (const wrong of [at(0, chain.time), at(2, chain.time), at(1, chain.time - 1), at(1, chain.time, 'other')]) {
      expect(wrong).toThrow(LedgerError);
    }
  });

  it('changes nothing by itself: the changes are a value', async () => {
    const chain = await foundedChain();
    const before = [...chain.state.entries()];
    const block = { height: 1, time: chain.time + 1, transactions: [await apply(chain, { word: 'wang' })] };
    const first = applyBlock(chain.state, block, chain.runtime);
    expect([...chain.state.entries()]).toEqual(before);
    expect(applyBlock(chain.state, block, chain.runtime)).toEqual(first);
  });

  it('lets a transaction see what an earlier one in the same block did', async () => {
    const chain = await foundedChain();
    const letters = [
      register('tax'),
      { by: 'founder', deed: 'keys.register', body: { org: 'tax', jwk: jwkOf('taxman') } },
      { by: 'founder', deed: 'roles.grant', body: { org: 'tax', kid: kidOf('taxman'), role: 'attester' } },
    ];
    const entries = [];
    for (const letter of letters) entries.push(await chain.write(letter));
    expect(chain.block(entries).outcomes.every((outcome) => 'events' in outcome)).toBe(true);
  });

  it('gives the same deeds other outcomes in another order', async () => {
    const chain = await foundedChain();
    const one = await chain.write(register('tax'));
    const two = await chain.write({ ...register('tax'), body: { ...organisation('tax'), name: '税务局' } });
    expectRefusal(chain.block([one, two]).outcomes[1], 'organisation-exists', { org: 'tax' });
    expect(chain.find('org', 'tax')?.name).toBe('tax');
  });

  it('records a refused transaction, which changes nothing but its replay mark', async () => {
    const chain = await foundedChain();
    const { changes, outcomes } = chain.block([await chain.write({ ...register('tax'), by: 'registrar' })]);
    expectRefusal(outcomes[0], 'access-denied');
    expect([...changes.values.keys()].map((key) => key.split('/')[0]).sort()).toEqual(['clock', 'replay']);
    expect(changes.replay.add).toHaveLength(1);
  });

  it('remembers where it stood, empty or not', async () => {
    const chain = await foundedChain();
    expect([...chain.block([], 5).changes.values.keys()]).toEqual(['clock']);
    expect(chain.find('clock')).toMatchObject({ height: 1, time: START + 5 });
  });

  it('takes an injected SHA-256 and gives the same with it', async () => {
    const chain = await foundedChain();
    let calls = 0;
    const hash = (bytes: Uint8Array) => {
      calls += 1;
      return sha256(bytes);
    };
    const block = { height: 1, time: chain.time + 1, transactions: [await apply(chain, { word: 'wang' })] };
    expect(applyBlock(chain.state, block, { ...chain.runtime, hash })).toEqual(
      applyBlock(chain.state, block, chain.runtime),
    );
    expect(calls).toBe(2);
  });
});

describe('the window of a transaction', () => {
  it('is this chain’s', async () => {
    const chain = await foundedChain();
    expectRefusal(await chain.send({ ...register('tax'), chain: 'minglu.test/other' }), 'wrong-chain', {});
  });

  it('closes at its notAfter, and is at most a day long', async () => {
    const chain = await foundedChain();
    const sendFor = (afterMs: number, id: string) =>
      chain.send({ ...register(id), notAfter: chain.time + 1000 + afterMs });
    expectRefusal(await sendFor(0, 'a-0'), 'expired', { time: chain.time });
    expectRefusal(await sendFor(-1, 'a-1'), 'expired');
    expectRefusal(await sendFor(MAX_WINDOW_MS + 1, 'a-2'), 'window-too-long');
    expect(await sendFor(1, 'a-3')).toHaveProperty('events');
    expect(await sendFor(MAX_WINDOW_MS, 'a-4')).toHaveProperty('events');
  });

  it('when missed leaves no mark: the table of ids stays bounded by a day', async () => {
    const chain = await foundedChain();
    const expired = await chain.write({ ...register('tax'), notAfter: chain.time });
    const far = await chain.write({ ...register('tax'), notAfter: chain.time + 10 * DAY });
    const { changes } = chain.block([expired, far]);
    expect(changes.replay.add).toEqual([]);
    expect([...changes.values.keys()]).toEqual(['clock']);
  });
});

describe('a replay', () => {
  it('is refused in the same block and in a later one', async () => {
    const chain = await foundedChain();
    const entry = await chain.write(register('tax'));
    const { outcomes } = chain.block([entry, entry]);
    expect(outcomes[0]).toHaveProperty('events');
    expectRefusal(outcomes[1], 'replayed');
    expectRefusal(chain.block([entry]).outcomes[0], 'replayed');
  });

  it('of a refused transaction is refused as well: it had its one try', async () => {
    const chain = await foundedChain();
    const entry = await chain.write({ ...register('tax'), by: 'clerk' });
    chain.block([entry]);
    const grant = { org: 'market', kid: kidOf('clerk'), role: 'administrator' };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: grant });
    expectRefusal(chain.block([entry]).outcomes[0], 'replayed');
  });

  it('after the window is refused as expired, though its id is forgotten', async () => {
    const chain = await foundedChain();
    const entry = await chain.write(register('tax'));
    chain.block([entry]);
    const { changes } = chain.block([], DAY);
    expect(changes.replay.dropBuckets).not.toEqual([]);
    expect([...chain.state.entries()].filter(([key]) => key.startsWith('replay/'))).toEqual([]);
    expectRefusal(chain.block([entry]).outcomes[0], 'expired');
  });
});

describe('a transaction in a block', () => {
  it('does a deed there is', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, { by: 'founder', deed: 'licences.burn', body: {} }, 'deed-unknown');
  });

  it('carries the sidecar it was signed for, and no other', async () => {
    const chain = await foundedChain();
    const [one, two] = await Promise.all([apply(chain, { word: 'a' }), apply(chain, { word: 'b' })]);
    expectRefusal(chain.block([{ ...one, sidecar: two.sidecar }]).outcomes[0], 'sidecar-mismatch');
    expectRefusal(chain.block([{ ...two, sidecar: undefined }]).outcomes[0], 'sidecar-missing');
  });

  it('carries a sidecar only where one is for', async () => {
    const chain = await foundedChain();
    const { sidecar } = await apply(chain, { word: 'a' });
    const bare = await chain.write(register('tax'));
    expectRefusal(chain.block([{ ...bare, sidecar }]).outcomes[0], 'sidecar-unexpected');
    const signed = await chain.write({ ...register('tax'), sidecar: sidecar?.text ?? '' });
    expectRefusal(chain.block([signed]).outcomes[0], 'sidecar-unexpected');
  });

  it('of an unknown or revoked key does nothing', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, { ...register('tax'), by: 'stranger' }, 'key-unknown');
    await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('clerk') } });
    await refusedWithoutTrace(chain, { ...register('tax'), by: 'clerk' }, 'key-revoked');
  });
});

describe('what falls due', () => {
  it('happens before the block’s transactions', async () => {
    const chain = await foundedChain();
    const until = chain.time + 5000;
    const role = { org: 'market', kid: kidOf('clerk'), role: 'administrator', until };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: role });
    const update = { by: 'clerk', deed: 'organisations.update', body: { id: 'market', name: '新名' } };
    const entry = await chain.write(update);
    const { blockEvents, outcomes } = chain.block([entry], 4000);
    expect(blockEvents.map(([name]) => name)).toEqual(['role.expired']);
    expectRefusal(outcomes[0], 'access-denied');
  });

  it('is worked off in the order of its instants, at most 500 a block, and nothing is lost', async () => {
    const chain = await foundedChain();
    expect(MAX_DUE_PER_BLOCK).toBe(500);
    const count = MAX_DUE_PER_BLOCK + 7;
    const values = new Map<string, string>();
    const add = [];
    for (let i = 0; i < count; i += 1) {
      const key = `role/market/k${i}/attester`;
      const until = chain.time + 10 + ((i * 7919) % count);
      values.set(key, JSON.stringify({ since: 0, until }));
      add.push({ instantMs: until, kind: 'role-expires' as const, subject: key });
    }
    chain.state.commit({ values, due: { add, remove: [] }, replay: { add: [], dropBuckets: [] } });
    const first = chain.block([], 10_000).blockEvents;
    const second = chain.block([], 0).blockEvents;
    expect([first.length, second.length]).toEqual([MAX_DUE_PER_BLOCK, 7]);
    const instants = [...first, ...second].map(([, facts]) => Number(facts.at));
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(chain.block([], 1).blockEvents).toEqual([]);
  });
});

describe('replay after a lawful erasure', () => {
  it('takes the recorded outcome, and reaches the same state', async () => {
    const whole = await foundedChain();
    const erased = await foundedChain();
    for (const [word, facts] of [
      ['granted', undefined],
      ['pending', {}],
    ] as const) {
      const entry = await apply(whole, { word, ...(facts === undefined ? {} : { facts }) });
      const [outcome] = whole.block([entry]).outcomes;
      if (outcome === undefined) throw new Error('no outcome');
      const applied = erased.block([{ transaction: entry.transaction, sidecar: undefined, erased: outcome }]);
      expect(applied.outcomes).toEqual([outcome]);
      expect(applied.traces).toEqual([undefined]);
    }
    expect([...erased.state.entries()]).toEqual([...whole.state.entries()]);
  });

  it('takes a recorded refusal as it stands', async () => {
    const chain = await foundedChain();
    const { transaction } = await apply(chain, { word: 'wang' });
    const recorded = { refused: 'attestation-expired', facts: {} };
    expect(chain.block([{ transaction, sidecar: undefined, erased: recorded }]).outcomes).toEqual([recorded]);
    expect(chain.find('case', idOf('wang'))).toBeUndefined();
  });

  it('stops at a record that the public part contradicts', async () => {
    const chain = await foundedChain();
    const { transaction } = await apply(chain, { word: 'wang' });
    const [name, facts] = ['case.granted', { case: idOf('wang'), licence: '92110105MA9999999X', by: 'contract' }];
    const forged = { events: [[name, facts] as const] };
    expect(() => chain.block([{ transaction, sidecar: undefined, erased: forged }])).toThrow(LedgerError);
  });

  it('believes no record where the sidecar is there to decide by, or never was', async () => {
    const chain = await foundedChain();
    const forged = { refused: 'access-denied', facts: {} };
    const entry = await apply(chain, { word: 'wang' });
    expect(chain.block([{ ...entry, erased: forged }]).outcomes[0]).toHaveProperty('events');
    const bare = await chain.write(register('tax'));
    expect(chain.block([{ ...bare, erased: forged }]).outcomes[0]).toHaveProperty('events');
  });

  it('of an officer’s words leaves the decision standing', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'wang', facts: {} })]);
    const body = { case: idOf('wang'), decision: 'refuse', reason: 'NO-CAPACITY' };
    const { transaction } = await chain.write({
      by: 'registrar',
      deed: 'cases.decide',
      body,
      sidecar: sealedSidecar(),
    });
    const recorded = {
      events: [['case.refused', { case: idOf('wang'), organ: 'market', reason: 'NO-CAPACITY' }] as const],
    };
    expect(chain.block([{ transaction, sidecar: undefined, erased: recorded }]).outcomes).toEqual([recorded]);
    expect(chain.find('case', idOf('wang'))?.status).toBe('refused');
  });
});

describe('the public part', () => {
  it('never shows a fact, a seal, a salt or an attester’s signature', async () => {
    const chain = await foundedChain();
    const entry = await apply(chain, { word: 'wang', facts: { 'secret-level': 7, 'age-at-least-18': true } });
    const { outcomes, blockEvents, changes } = chain.block([entry]);
    const open = JSON.stringify([outcomes, blockEvents, [...changes.values]]);
    for (const secret of ['secret-level', 'age-at-least-18', entry.sidecar?.salt ?? 'x', 'police-attester']) {
      expect(open).not.toContain(secret);
    }
    expect(open).toContain(String(submission.tradeName));
  });

  it('links two cases of one citizen by nothing', async () => {
    const chain = await foundedChain();
    const linked = await Promise.all(
      ['mine-1', 'mine-2'].map((word) =>
        apply(chain, { word, body: { ...submission, operator: idOfCommitment(word) } }),
      ),
    );
    chain.block(linked);
    const parts = ['mine-1', 'mine-2'].map(
      (word) => new Set(JSON.stringify(chain.find('case', idOf(word))).match(/[A-Za-z0-9_-]{22,}/g)),
    );
    const [first, second] = parts;
    expect([...(first ?? [])].filter((part) => second?.has(part))).toEqual([]);
  });
});

function idOfCommitment(word: string): string {
  return kidOf(`commitment of ${word}`);
}
