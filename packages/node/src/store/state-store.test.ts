import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DueRow, MemoryState, type StateChanges } from '@minglu/ledger';
import { verifyStateProof } from '@minglu/protocol';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { nativeHash } from '../crypto/native-hash.ts';
import { MemoryStateStore } from './memory-state-store.ts';
import { openStateStore } from './open-state-store.ts';
import type { StateStore } from './state-store.ts';

const directories: string[] = [];

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-state-'));
  directories.push(directory);
  return directory;
}

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

interface Kind {
  readonly name: string;
  open(directory: string): Promise<StateStore>;
  readonly isDurable: boolean;
}

const kinds: readonly Kind[] = [
  { name: 'MemoryStateStore', open: async () => new MemoryStateStore(), isDurable: false },
  { name: 'LmdbStateStore', open: (directory) => openStateStore({ directory }), isDurable: true },
  {
    name: 'LmdbStateStore without room in memory',
    open: (directory) => openStateStore({ directory, treeBytes: 0, hotValues: 1 }),
    isDurable: true,
  },
];

interface Step {
  readonly values: readonly (readonly [key: string, value: string | null])[];
  readonly due: readonly { readonly row: DueRow; readonly isAdded: boolean }[];
  readonly ids: readonly { readonly id: string; readonly notAfter: number }[];
  readonly drop: number | undefined;
  readonly after: 'nothing' | 'flush' | 'begin a flush' | 'restart' | 'kill';
}

const MINUTE_MS = 60_000;
const row: fc.Arbitrary<DueRow> = fc.record({
  instantMs: fc.integer({ min: 0, max: 6 }),
  kind: fc.constantFrom('role-expires', 'licence-suspension-ends'),
  subject: fc.constantFrom('role/a', 'licence/b', 'licence/c'),
});
const mark = fc.record({
  id: fc.constantFrom('AAAA', 'BBBB', 'CCCC'),
  notAfter: fc.integer({ min: 0, max: 4 }).map((at) => at * (MINUTE_MS / 2)),
});
const key = fc.integer({ min: 0, max: 12 }).map((at) => `case/${at}`);
const NAMES = Array.from({ length: 13 }, (_, at) => `case/${at}`);
const value = fc.option(
  fc.integer({ min: 0, max: 9 }).map((at) => `{"名":"${at}"}`),
  { nil: null },
);
const step: fc.Arbitrary<Step> = fc.record({
  values: fc.array(fc.tuple(key, value), { maxLength: 6 }),
  due: fc.array(fc.record({ row, isAdded: fc.boolean() }), { maxLength: 4 }),
  ids: fc.array(mark, { maxLength: 3 }),
  drop: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  after: fc.constantFrom('nothing', 'nothing', 'flush', 'begin a flush', 'restart', 'kill'),
});

function changesOf({ values, due, ids, drop }: Step, model: MemoryState): StateChanges {
  const last = new Map(values);
  // The ledger never deletes what is not there, nor adds and removes one row in a block.
  for (const [name, text] of last) if (text === null && model.get(name) === undefined) last.delete(name);
  const rows = new Map(due.map((one) => [JSON.stringify(one.row), one]));
  return {
    values: last,
    due: {
      add: [...rows.values()].filter(({ isAdded }) => isAdded).map((one) => one.row),
      remove: [...rows.values()].filter(({ isAdded }) => !isAdded).map((one) => one.row),
    },
    replay: {
      add: ids.filter(({ notAfter }) => Math.floor(notAfter / MINUTE_MS) !== drop),
      dropBuckets: drop === undefined ? [] : [drop],
    },
  };
}

/** Compares everything a reader can ask. */
function expectSame(store: StateStore, model: MemoryState): void {
  for (let at = 0; at <= 12; at++) {
    const name = `case/${at}`;
    expect(store.get(name)).toBe(model.get(name));
    const { value: proven, proof, mark: at0 } = store.prove(name);
    expect(proven).toBe(model.get(name));
    const claim = { root: at0.root, key: name, value: proven ?? null, proof };
    expect(verifyStateProof(claim, nativeHash)).toBe(true);
  }
  for (const untilMs of [-1, 0, 3, 6]) {
    for (const limit of [1, 2, 100]) expect(store.due(untilMs, limit)).toEqual(model.due(untilMs, limit));
  }
  expect(store.findNextDueMs()).toBe(model.due(1000, 1)[0]?.instantMs);
  for (const id of ['AAAA', 'BBBB', 'CCCC']) {
    for (let at = 0; at <= 4; at++) {
      expect(store.replayed(id, at * (MINUTE_MS / 2))).toBe(model.replayed(id, at * (MINUTE_MS / 2)));
    }
  }
}

function modelOf(blocks: readonly StateChanges[]): MemoryState {
  const model = new MemoryState();
  for (const changes of blocks) model.commit(changes);
  return model;
}

async function run(kind: Kind, steps: readonly Step[]): Promise<void> {
  const directory = newDirectory();
  const roots = new MemoryStateStore();
  let store = await kind.open(directory);
  const blocks: StateChanges[] = [];
  let [model, flushed] = [new MemoryState(), 0];
  for (const one of steps) {
    const changes = changesOf(one, model);
    const height = blocks.length;
    const place = { height, logSize: height * 2 + 2, transactions: [{ id: `tx${height}`, index: height * 2 }] };
    const staged = store.stage(changes);
    // Readers see nothing of it yet: not what it writes, and still what it takes away.
    for (const name of NAMES) expect([name, store.get(name)]).toEqual([name, model.get(name)]);
    expect(store.apply(changes, place)).toEqual({ height, root: staged, logSize: height * 2 + 2 });
    if (roots.mark().height === height - 1) roots.apply(changes, place);
    blocks.push(changes);
    model = modelOf(blocks);
    const pending = one.after === 'nothing' ? undefined : one.after !== 'kill' ? store.flush() : undefined;
    if (one.after === 'flush') await pending;
    expectSame(store, model);
    if (pending !== undefined) {
      expect((await pending).height).toBe(height);
      flushed = blocks.length;
      expectSame(store, model);
    }
    expect(store.findTransaction(`tx${height}`)).toEqual({ height, index: height * 2 });
    if (!kind.isDurable || (one.after !== 'restart' && one.after !== 'kill')) continue;
    const root = store.mark().root;
    await store.close();
    store = await kind.open(directory);
    blocks.length = flushed;
    model = modelOf(blocks);
    expect(store.mark().height).toBe(flushed - 1);
    if (one.after === 'restart') expect(Buffer.from(store.mark().root)).toEqual(Buffer.from(root));
    expectSame(store, model);
  }
  await store.close();
}

describe.each(kinds)('$name', (kind) => {
  it('answers as the plain state does, through flushes, restarts and kills', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => run(kind, steps)),
      { numRuns: kind.isDurable ? 10 : 100 },
    );
  });

  it('begins before block 0 with an empty root', async () => {
    const store = await kind.open(newDirectory());
    expect(store.mark()).toEqual({ height: -1, root: new Uint8Array(32), logSize: 0 });
    expect(store.findNextDueMs()).toBeUndefined();
    expect(store.findTransaction('none')).toBeUndefined();
    await store.close();
  });

  it('refuses a block that does not follow, changes that were not staged, and proofs in between', async () => {
    const store = await kind.open(newDirectory());
    const [one, other] = [valueChange('case/1', '1'), valueChange('case/1', '2')];
    expect(() => store.apply(one, { height: 1, logSize: 1, transactions: [] })).toThrow(/out-of-order/);
    store.stage(one);
    expect(() => store.stage(other)).toThrow(/out-of-order/);
    expect(() => store.apply(other, { height: 0, logSize: 1, transactions: [] })).toThrow(/out-of-order/);
    expect(() => store.prove('case/1')).toThrow(/out-of-order/);
    store.apply(one, { height: 0, logSize: 1, transactions: [] });
    expect(store.prove('case/1').value).toBe('1');
    await store.close();
  });
});

function valueChange(name: string, text: string): StateChanges {
  return { values: new Map([[name, text]]), due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } };
}
