import {
  parseCheckpoint,
  parseTrustFile,
  signCheckpoint,
  signerFromSecret,
  type Trust,
  vkeyOf,
} from '@minglu/protocol';
import { beforeAll, expect, test } from 'vitest';
import { clientOf, ORIGIN, TestLog, trustText } from '../testing/test-log.ts';
import { pinCheckpoint } from './checkpoint-pin.ts';
import { memoryPinStore } from './pin-store.ts';

let trust: Trust;
beforeAll(async () => {
  trust = await parseTrustFile(await trustText());
});

const main = new TestLog(8);
const branch = new TestLog(8, 'branch');

/** A server that shows `log` at `size`. */
const serve = (log: TestLog, size: number) =>
  clientOf(async (path) => {
    if (path === '/checkpoint') return log.checkpoint(size);
    const { searchParams } = new URL(path, 'http://x');
    return JSON.stringify({ proof: log.consistency(Number(searchParams.get('from')), Number(searchParams.get('to'))) });
  });

test('a log that grows is followed, and the largest checkpoint is remembered', async () => {
  const store = memoryPinStore();
  for (const size of [1, 3, 3, 8]) await pinCheckpoint(serve(main, size), store, trust);
  expect(await store.readCheckpoint(ORIGIN)).toBe(await main.checkpoint(8));
  expect(await store.listEvidence(ORIGIN)).toEqual([]);
});

test.each([
  ['a smaller one', 8, serve(main, 5), 'checkpoint-rolled-back'],
  ['another root at the same size', 8, serve(branch, 8), 'checkpoint-forked'],
  ['a larger one of another history', 5, serve(branch, 8), 'checkpoint-unproved'],
  [
    'one the server will not prove',
    5,
    clientOf((path) => (path === '/checkpoint' ? main.checkpoint(8) : undefined)),
    'checkpoint-unproved',
  ],
])('%s is refused, both are kept, and the pin stays', async (_name, pinned, client, code) => {
  const store = memoryPinStore();
  await pinCheckpoint(serve(main, pinned), store, trust);
  const before = await store.readCheckpoint(ORIGIN);
  await expect(pinCheckpoint(client, store, trust)).rejects.toMatchObject({ code, evidence: { older: before } });
  await expect(pinCheckpoint(client, store, trust)).rejects.toMatchObject({ code });
  expect(await store.readCheckpoint(ORIGIN)).toBe(before);
  expect(await store.listEvidence(ORIGIN)).toHaveLength(1);
});

test('a checkpoint the log did not sign pins nothing and accuses nobody', async () => {
  const store = memoryPinStore();
  const note = (await main.checkpoint(4)).split('\n').slice(0, 4).join('\n');
  await expect(
    pinCheckpoint(
      clientOf(() => `${note}\n`),
      store,
      trust,
    ),
  ).rejects.toMatchObject({ name: 'ProtocolError' });
  expect(await store.readCheckpoint(ORIGIN)).toBeUndefined();
});

test('a server that is down is no evidence against the log', async () => {
  const store = memoryPinStore();
  await pinCheckpoint(serve(main, 5), store, trust);
  const down = clientOf(async (path) => {
    if (path === '/checkpoint') return main.checkpoint(8);
    throw new TypeError('network');
  });
  await expect(pinCheckpoint(down, store, trust)).rejects.toMatchObject({ code: 'unreachable' });
  expect(await store.listEvidence(ORIGIN)).toEqual([]);
});

test('a checkpoint that too few members of a cluster signed pins nothing and accuses nobody', async () => {
  const store = memoryPinStore();
  const other = signerFromSecret('Ed25519', new Uint8Array(32).fill(7));
  const cluster = { ...trust, logKeys: [...trust.logKeys, vkeyOf(ORIGIN, 'log', other.publicKey)], quorum: 2 };
  await expect(pinCheckpoint(serve(main, 4), store, cluster)).rejects.toMatchObject({ code: 'checkpoint-quorum' });
  expect(await store.readCheckpoint(ORIGIN)).toBeUndefined();
  const note = await main.checkpoint(4);
  const both = note + (await signCheckpoint(parseCheckpoint(note).note.text, { name: ORIGIN, signer: other }));
  await pinCheckpoint(
    clientOf(() => both),
    store,
    cluster,
  );
  expect(await store.readCheckpoint(ORIGIN)).toBe(both);
});
