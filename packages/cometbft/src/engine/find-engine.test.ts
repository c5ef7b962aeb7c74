import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ENGINE_VERSION, findEngine } from './find-engine.ts';

const folder = await mkdtemp(join(tmpdir(), 'minglu-find-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function says(name: string, version: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\necho ${version}\n`, { mode: 0o700 });
  return file;
}

it('takes the engine that is named, of the pinned version and no other', async () => {
  const right = await says('right', `${ENGINE_VERSION}+f00`);
  expect(await findEngine({ MINGLU_COMETBFT: right })).toBe(right);
  const wrong = await says('wrong', '0.39.4');
  await expect(findEngine({ MINGLU_COMETBFT: wrong })).rejects.toMatchObject({ code: 'engine-version' });
  await expect(findEngine({ MINGLU_COMETBFT: join(folder, 'none') })).rejects.toMatchObject({
    code: 'engine-not-found',
  });
});

it('looks on the path, and finds none where there is none', async () => {
  const file = await says('cometbft', ENGINE_VERSION);
  expect(await findEngine({ PATH: `/nowhere:${folder}` })).toBe(file);
  expect(await findEngine({ PATH: '/nowhere' })).toBeUndefined();
});
