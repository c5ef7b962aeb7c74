import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedGround } from './shared-ground.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-shared-'));
  process.env.TMPDIR = directory;
});
afterEach(() => {
  delete process.env.TMPDIR;
  rmSync(directory, { recursive: true, force: true });
});

const made = (word: string) => async (folder: string) => {
  await new Promise((resolve) => setTimeout(resolve, 10));
  writeFileSync(join(folder, 'word'), word);
};

describe('what slices share', () => {
  it('is made once, also when two come first', async () => {
    const run = { seed: 1, slices: 2 };
    const both = await Promise.all(['a', 'b'].map((word) => sharedGround('thing', run, directory, made(word))));
    const [first, second] = both.map((folder) => readFileSync(join(folder, 'word'), 'utf8'));
    expect(first).toBe(second);
    const later = await sharedGround('thing', run, directory, made('c'));
    expect(readFileSync(join(later, 'word'), 'utf8')).toBe(first);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('is another under another seed', async () => {
    const folders = [1, 2].map((seed) => sharedGround('thing', { seed, slices: 2 }, directory, made(String(seed))));
    expect(new Set(await Promise.all(folders)).size).toBe(2);
  });
});
