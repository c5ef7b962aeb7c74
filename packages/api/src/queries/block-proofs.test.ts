import { expect, test } from 'vitest';
import { BlockProofs } from './block-proofs.ts';

test('all reads at a height share one proof, and a moment later a fresh one', async () => {
  let made = 0;
  let now = 0;
  const proofs = new BlockProofs({ blockProof: async (height) => `proof ${height} ${made++}` }, () => now);
  expect(await Promise.all([proofs.getJson(5), proofs.getJson(5)])).toEqual(['"proof 5 0"', '"proof 5 0"']);
  now = 251;
  expect(await proofs.getJson(5)).toBe('"proof 5 1"');
});

test('a proof that failed is asked for again', async () => {
  let fails = true;
  const blockProof = () => (fails ? Promise.reject(new Error('not yet')) : Promise.resolve('p'));
  const proofs = new BlockProofs({ blockProof }, () => 0);
  await expect(proofs.getJson(1)).rejects.toThrow('not yet');
  fails = false;
  expect(await proofs.getJson(1)).toBe('"p"');
});
