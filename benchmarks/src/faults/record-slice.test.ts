import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeVersion } from '../report/code-version.ts';
import { count } from './campaign.ts';
import { recordSlice } from './record-slice.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minglu-record-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const code = { sources: 'a', commit: 'c' };
const record = (slice: number, seed = 1, sources = 'a'): void =>
  recordSlice(
    folder,
    'kills',
    { seed, slice, slices: 20, share: 1 },
    {
      rows: [count('kills', 10 ** (slice % 5))],
      seconds: 1,
      code: { ...code, sources },
    },
  );
const recorded = () => JSON.parse(readFileSync(join(folder, 'faults-kills.json'), 'utf8'));

describe('recorded slices', () => {
  it('add up in any order, and one that is run again takes its own place', () => {
    for (const slice of [3, 0, 2, 3]) record(slice);
    expect(recorded()).toMatchObject({ done: '3 of 20 slices', seconds: 3, rows: [{ value: 1101 }] });
    expect(recorded().slices.map(({ slice }: { slice: number }) => slice)).toEqual([0, 2, 3]);
  });

  it('of another seed or another version of the code are not mixed in', () => {
    record(0);
    record(1, 2);
    expect(recorded()).toMatchObject({ done: '1 of 20 slices', rows: [{ value: 10 }] });
    record(2, 2, 'b');
    expect(recorded()).toMatchObject({ done: '1 of 20 slices', rows: [{ value: 100 }], sources: 'b' });
  });

  it('are all there when several processes record at once', async () => {
    const module = new URL('./record-slice.ts', import.meta.url).href;
    const script = `
      const { recordSlice } = await import(${JSON.stringify(module)});
      for (let slice = Number(process.argv[1]); slice < 20; slice += 4) {
        const measured = { rows: [{ name: 'kills', value: 1, unit: '' }], seconds: 1, code: ${JSON.stringify(code)} };
        recordSlice(${JSON.stringify(folder)}, 'kills', { seed: 1, slice, slices: 20, share: 1 }, measured);
      }`;
    await Promise.all(
      [0, 1, 2, 3].map((first) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, String(first)]);
        return new Promise((resolve) => child.once('close', resolve));
      }),
    );
    expect(recorded()).toMatchObject({ done: '20 of 20 slices', rows: [{ value: 20 }] });
  });
});

describe('the version of the code', () => {
  it('is a hash of the sources that run, the same as long as they are', () => {
    expect(codeVersion().sources).toMatch(/^[0-9a-f]{64}$/);
    expect(codeVersion()).toEqual(codeVersion());
  });
});
