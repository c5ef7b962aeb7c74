import { expect, test } from 'vitest';
import { OriginLock } from './origin-lock.ts';

test('work for one origin never overlaps, even when an earlier piece fails', async () => {
  const lock = new OriginLock();
  const seen: string[] = [];
  const piece = (name: string, fail: boolean) => async () => {
    seen.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    seen.push(`${name} out`);
    if (fail) throw new Error(name);
  };
  const first = lock.run('a', piece('1', true));
  const second = lock.run('a', piece('2', false));
  await expect(first).rejects.toThrow('1');
  await second;
  expect(seen).toEqual(['1 in', '1 out', '2 in', '2 out']);
});

test('different origins do not wait for each other', async () => {
  const lock = new OriginLock();
  const never = lock.run('slow', () => new Promise(() => undefined));
  await expect(lock.run('quick', async () => 7)).resolves.toBe(7);
  void never;
});
