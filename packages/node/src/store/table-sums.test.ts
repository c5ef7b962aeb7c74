import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DueRow, StateChanges } from '@minglu/ledger';
import { afterAll, describe, expect, it } from 'vitest';
import { openStateStore } from './open-state-store.ts';
import { openStateTables, type StateTables } from './state-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'minglu-sums-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE_MS = 60_000;
const due = (height: number): DueRow => ({
  instantMs: 1_000_000 + height,
  kind: 'case-promise-passes',
  subject: `case/${height}`,
});

function changesAt(height: number): StateChanges {
  return {
    values: new Map([['counter/height', String(height)]]),
    due: { add: [due(height)], remove: height > 2 ? [due(height - 2)] : [] },
    replay: {
      add: [{ id: `id-${height}`, notAfter: height * MINUTE_MS }],
      dropBuckets: height > 3 ? [height - 3] : [],
    },
  };
}

/** A state of ten blocks that came to disk in three batches; every kind of row was added, taken out and dropped. */
async function written(name: string): Promise<string> {
  const directory = join(folder, name);
  const store = await openStateStore({ directory });
  for (let height = 0; height < 10; height++) {
    // A refused transaction may come again in a later block: its row is written over.
    const transactions = [
      { id: `id-${height}`, index: height * 2 },
      { id: 'again', index: height * 2 + 1 },
    ];
    store.apply(changesAt(height), { height, logSize: (height + 1) * 2, transactions });
    if (height % 4 === 3) await store.flush();
  }
  await store.flush();
  await store.close();
  return directory;
}

async function tamper(directory: string, deed: (tables: StateTables) => void): Promise<void> {
  const tables = openStateTables(directory);
  tables.root.transactionSync(() => deed(tables));
  await tables.root.close();
}

describe('the sums over the tables outside the tree', () => {
  it('are right after rows were added, written over, taken out and dropped', async () => {
    const directory = await written('sound');
    const store = await openStateStore({ directory });
    expect(store.findTransaction('again')).toEqual({ height: 9, index: 19 });
    await store.close();
  });

  it.each<[string, (tables: StateTables) => void]>([
    ['a transaction that is missed', ({ transactions }) => void transactions.removeSync(Buffer.from('id-5'))],
    [
      'a transaction that stands elsewhere',
      ({ transactions }) =>
        void transactions.putSync(Buffer.from('id-5'), Buffer.from('000000000005000000000009', 'hex')),
    ],
    [
      'a transaction under another name',
      ({ transactions }) => {
        const row = transactions.getBinary(Buffer.from('id-5')) as Buffer;
        transactions.removeSync(Buffer.from('id-5'));
        transactions.putSync(Buffer.from('id-4x'), row);
      },
    ],
    [
      'an id that may be used again',
      ({ replay }) => {
        const [first] = replay.getKeys({ limit: 1 });
        replay.removeSync(first as Buffer);
      },
    ],
    [
      'an instant that would pass unseen',
      ({ due: rows }) => {
        const [first] = rows.getKeys({ limit: 1 });
        rows.removeSync(first as Buffer);
      },
    ],
    ['sums that are gone', ({ meta }) => void meta.removeSync(Buffer.from('sums'))],
  ])('find %s', async (name, deed) => {
    const directory = await written(name.replaceAll(' ', '-'));
    await tamper(directory, deed);
    await expect(openStateStore({ directory })).rejects.toMatchObject({ code: 'derived-damaged' });
  });
});
