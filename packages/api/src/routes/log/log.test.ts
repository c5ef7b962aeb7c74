import {
  base64Decode,
  checkCheckpoint,
  decodeEntryBundle,
  leafHash,
  memoryTree,
  parseCheckpoint,
  verifyConsistency,
} from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { makeCase } from '../../testing/test-chain.ts';
import { testTrust } from '../../testing/test-trust.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  for (const seed of ['甲', '乙', '丙', '丁']) {
    const { jws, sidecar } = await makeCase(seed);
    await api.node.submit(jws, sidecar);
  }
});
afterAll(() => api.close());

const get = (path: string) => fetch(`${api.url}${path}`);
const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const checkpoint = async () => parseCheckpoint(await (await get('/checkpoint')).text());

/** The whole log as a mirror keeps it: entries from the bundle, the tree from nothing but the entries. */
const mirror = async () => {
  const { size, root } = await checkpoint();
  const entries = decodeEntryBundle(await bytesOf(`/tile/entries/000.p/${size}`));
  const tree = memoryTree();
  for (const entry of entries) tree.append(leafHash(entry));
  return { size, root, entries, tree };
};

test('a mirror that reads nothing but the published files comes to the signed root', async () => {
  const { size, root, entries, tree } = await mirror();
  expect(entries).toHaveLength(size);
  expect(tree.at().root).toEqual(root);
  const hashes = await bytesOf(`/tile/0/000.p/${size}`);
  expect(hashes).toEqual(new Uint8Array(Buffer.concat(entries.map((entry) => leafHash(entry)))));
});

test('the checkpoint is signed by the key of the trust file, and may be asked for again', async () => {
  const answer = await get('/checkpoint');
  expect((await checkCheckpoint(await answer.text(), testTrust)).logLine).toBe(true);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

test('a partial tile of any width is the beginning of the wider one, and one wider than the log is not there', async () => {
  const { size } = await checkpoint();
  const whole = await bytesOf(`/tile/0/000.p/${size}`);
  for (let width = 1; width <= size; width++)
    expect(await bytesOf(`/tile/0/000.p/${width}`)).toEqual(whole.slice(0, width * 32));
  for (const path of [`/tile/0/000.p/${size + 1}`, '/tile/0/000', '/tile/entries/000', '/tile/1/000.p/1']) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    // What is not there today may be there tomorrow.
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test.each([
  '/tile/0/0',
  '/tile/00/000',
  '/tile/0/000.p/0',
  '/tile/0/000.p/256',
  '/tile/64/000',
  '/tile/0/x000',
  '/tile/0/000/000',
])('%s names no place in a log', async (path) => {
  const answer = await get(path);
  expect([400, 404]).toContain(answer.status);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('between any two sizes of the log there is a proof, and it holds', async () => {
  const { size, tree } = await mirror();
  const roots = Array.from({ length: size + 1 }, (_, count) => tree.at(count).root);
  for (let from = 0; from <= size; from++)
    for (const to of new Set([from, from + 1, from + 5, size].filter((one) => one <= size))) {
      const answer = await (await get(`/api/consistency?from=${from}&to=${to}`)).json();
      const { proof, ...rest } = answer as { from: number; to: number; proof: string[] };
      expect(rest).toEqual({ from, to });
      const [oldRoot, newRoot] = [roots[from] as Uint8Array, roots[to] as Uint8Array];
      const path = proof.map(base64Decode);
      expect(verifyConsistency({ oldSize: from, oldRoot, newSize: to, newRoot, path })).toBe(true);
      // And for no other history.
      const forged = Uint8Array.from(newRoot, (byte) => byte ^ 1);
      expect(verifyConsistency({ oldSize: from, oldRoot, newSize: to, newRoot: forged, path })).toBe(
        from === 0 && to > 0,
      );
    }
});

test('the history of checkpoints is signed through and through, ends where the log stands, and only grows', async () => {
  const sizes: number[] = [];
  let before = '';
  do {
    const answer = await (await get(`/api/checkpoints?limit=2${before}`)).json();
    const page = answer as { checkpoints: { size: number; root: string; checkpoint: string }[]; next?: number };
    for (const { size, root, checkpoint: note } of page.checkpoints) {
      const checked = await checkCheckpoint(note, testTrust);
      expect(checked.logLine).toBe(true);
      expect([size, root]).toEqual([checked.checkpoint.size, Buffer.from(checked.checkpoint.root).toString('base64')]);
      sizes.push(size);
    }
    before = page.next === undefined ? '' : `&before=${page.next}`;
  } while (before !== '');
  expect(sizes[0]).toBe((await checkpoint()).size);
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => b - a));
  expect(sizes.length).toBeGreaterThanOrEqual(2);
});

test('the trust file is given byte for byte as it was signed, to any origin', async () => {
  const answer = await get('/trust.json');
  expect(await answer.text()).toBe('{"v":0,"type":"minglu-trust"}');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});
