import { describe, expect, it } from 'vitest';
import { LedgerError } from '../../ledger-error.ts';
import { findDeed } from '../../modules.ts';
import { enterProtocol, NEWEST_PROTOCOL } from '../../protocol-version.ts';
import { Draft } from '../../state/draft.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { foundedChain } from '../../testing/test-chain.ts';

const raise = (version: number, height: number, by = 'founder') => ({
  by,
  deed: 'protocol.raise',
  body: { version, height },
});

describe('protocol.raise', () => {
  it('schedules the next version for a height ahead, and changes nothing before it', async () => {
    const chain = await foundedChain(undefined, 1);
    expect(await accepted(chain, raise(2, 4))).toEqual(['protocol.raise-scheduled']);
    expect(chain.find('protocol')).toEqual({ version: 1, next: { version: 2, height: 4 } });
    expect(chain.block([]).protocol).toBe(1);
    expect(chain.block([]).protocol).toBe(1);
    expect(chain.block([]).protocol).toBe(2);
  });

  it('stops a node at that height that cannot run the version, before anything is applied', async () => {
    const chain = await foundedChain();
    await accepted(chain, raise(NEWEST_PROTOCOL + 1, 2));
    const before = [...chain.state.entries()];
    expect(() => chain.block([])).toThrow(LedgerError);
    expect([...chain.state.entries()]).toEqual(before);
  });

  it('is for the platform alone', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, raise(2, 9, 'registrar'), 'access-denied');
  });

  it('goes up by one', async () => {
    const chain = await foundedChain();
    for (const version of [NEWEST_PROTOCOL, NEWEST_PROTOCOL + 2])
      await refusedWithoutTrace(chain, raise(version, 9), 'version-not-newer');
  });

  it('needs a height ahead', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, raise(NEWEST_PROTOCOL + 1, chain.height + 1), 'height-not-ahead');
  });

  it('is not scheduled twice', async () => {
    const chain = await foundedChain();
    await accepted(chain, raise(NEWEST_PROTOCOL + 1, 9));
    await refusedWithoutTrace(chain, raise(NEWEST_PROTOCOL + 1, 8), 'raise-pending');
  });
});

describe('the protocol version', () => {
  const draftAt = (record: object) =>
    new Draft({ get: (key) => (key === 'protocol' ? JSON.stringify(record) : undefined) });

  it('comes into force at its height, says so, and stays', () => {
    const scheduled = { version: 1, next: { version: 2, height: 7 } };
    const events: (readonly [string, object])[] = [];
    expect(enterProtocol(draftAt(scheduled), 6, events as never, 2)).toBe(1);
    expect(events).toEqual([]);
    const draft = draftAt(scheduled);
    expect(enterProtocol(draft, 7, events as never, 2)).toBe(2);
    expect(events).toEqual([['protocol.raised', { version: 2, height: 7 }]]);
    expect(draft.find('protocol', '')).toEqual({ version: 2 });
    expect(enterProtocol(draft, 8, events as never, 2)).toBe(2);
  });

  it('is refused by a binary that is too old for a state already raised', () => {
    expect(() => enterProtocol(draftAt({ version: NEWEST_PROTOCOL + 1 }), 9, [])).toThrow(LedgerError);
  });

  it('decides which deeds there are', () => {
    expect(findDeed('cases.submit', 1)?.name).toBe('cases.submit');
    expect(findDeed('cases.submit', 0)).toBeUndefined();
    expect(findDeed('toString', 1)).toBeUndefined();
    expect(findDeed('cases.extend', 1)).toBeUndefined();
    expect(findDeed('cases.extend', 2)?.name).toBe('cases.extend');
  });
});
