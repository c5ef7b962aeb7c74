import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseServiceBundle } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryMinglu } from '../run-minglu.ts';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { guideBlocks, isAsShown } from './guide-blocks.ts';

const GUIDE = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'guides', 'write-a-service.md');
const STALL = { goods: 'produce', from: '2026-07-01', metres: 2 };

const home = process.cwd();
let folder: string;
let town: Town | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-guide-'));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await town?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Step 7 of the guide, by people of a town: registered, applied for, granted at once; larger ones by an officer. */
async function runTheService(): Promise<void> {
  const text = await readFile(join(folder, 'street-stall', 'service.bundle.json'), 'utf8');
  town = await startTown({ services: [parseServiceBundle(text, 'street-stall')] });
  const stall = { service: 'street-stall', scope: [], region: '990101', operator: '王秀英' };
  const small = await town.citizen('wang').applyFor({ ...stall, tradeName: '东湖路口水果摊', fields: STALL });
  expect(small.licence).toBeDefined();
  const large = await town
    .citizen('zhao')
    .applyFor({ ...stall, tradeName: '修车摊', fields: { ...STALL, goods: 'repair', metres: 9 } });
  expect(large.licence).toBeUndefined();
  expect((await town.officer('li').decide(large.id, 'grant')).outcome).toHaveProperty('events');
  await town.cosigned();
  const proof = await fetch(`${town.url}/api/licences/${small.licence}/proof`);
  await writeFile(join(folder, 'licence.json'), await proof.text());
  await writeFile(join(folder, 'trust.json'), await (await fetch(`${town.url}/trust.json`)).text());
}

test('the guide to writing a service holds to the letter, from an empty folder to a permit that is verified', async () => {
  const blocks = guideBlocks(await readFile(GUIDE, 'utf8'));
  expect(blocks.filter(({ kind }) => kind === 'command').length).toBeGreaterThanOrEqual(6);
  let printed: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'file') {
      const path = join(folder, block.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, block.text);
    } else if (block.kind === 'command') {
      const [program, ...args] = block.text.split(' ');
      expect(program).toBe('minglu');
      if (args[0] === 'verify') await runTheService();
      ({ printed } = await tryMinglu(...args));
    } else if (!isAsShown(printed, block.text)) {
      expect(printed.join('\n')).toBe(block.text);
    }
  }
  expect(printed.at(-1)).toContain('verified');
}, 40_000);
