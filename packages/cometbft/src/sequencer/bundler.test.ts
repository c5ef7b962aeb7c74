import type { BlockTransaction } from '@minglu/ledger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBundle, MAX_BUNDLE_TRANSACTIONS } from '../bundle/bundle.ts';
import { Bundler } from './bundler.ts';

const one = (id: string, text = ''): BlockTransaction =>
  ({
    transaction: { id, jws: `a.${id}.c` },
    sidecar: text === '' ? undefined : { text },
  }) as unknown as BlockTransaction;

function setUp(answers: boolean[] = []) {
  const sent: string[][] = [];
  const done = new Set<string>();
  const bundler = new Bundler({
    broadcast: async (bundle) => {
      sent.push((findBundle(bundle) ?? []).map(({ jws }) => jws.split('.')[1] ?? ''));
      if (answers.shift() === false) throw new Error('full');
    },
    isDone: ({ transaction: { id } }) => done.has(id),
  });
  return { bundler, sent, done };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a bundler', () => {
  it('puts what comes within moments into one bundle, and a full one on its way at once', async () => {
    const { bundler, sent } = setUp();
    bundler.add(one('a'));
    bundler.add(one('b'));
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(5);
    expect(sent).toEqual([['a', 'b']]);
    for (let at = 0; at < MAX_BUNDLE_TRANSACTIONS; at++) bundler.add(one(`n${at}`));
    expect(sent[1]).toHaveLength(MAX_BUNDLE_TRANSACTIONS);
  });

  it('makes two of what is too much for one', async () => {
    const { bundler, sent } = setUp();
    for (let at = 0; at < 40; at++) bundler.add(one(`n${at}`, 'x'.repeat(32_000)));
    await vi.advanceTimersByTimeAsync(5);
    expect(sent.length).toBe(2);
    expect(sent.flat()).toHaveLength(40);
  });

  it('offers again what was not taken, but not what has come to stand in the log meanwhile', async () => {
    const { bundler, sent, done } = setUp([false, false]);
    bundler.add(one('a'));
    bundler.add(one('b'));
    await vi.advanceTimersByTimeAsync(60);
    done.add('a');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([['a', 'b'], ['a', 'b'], ['b']]);
  });

  it('says nothing more once it is closed', async () => {
    const { bundler, sent } = setUp([false]);
    bundler.add(one('a'));
    await vi.advanceTimersByTimeAsync(5);
    bundler.add(one('b'));
    bundler.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([['a']]);
  });
});
