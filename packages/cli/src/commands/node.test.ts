import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../run-command.ts';
import { paperPower } from '../testing/paper-power.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'minglu-node-')), 'node');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function minglu(...args: string[]) {
  const power = { ...paperPower(...args), clock: () => Date.now() };
  return { code: await runCommand(power), said: [...power.printed, ...power.warned].join('\n') };
}
const codesIn = (said: string) => [...said.matchAll(/^✗ ([a-z-]+)/gm)].map(([, code]) => code);
const change = async (more: object) => {
  const path = join(folder, 'config.json');
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...more }, null, 2));
};

test('a node in service says every reason against its start, and ends with 78 before it opened anything', async () => {
  expect((await minglu('node', 'new', folder, '--chain', 'minglu.example/main')).code).toBe(0);
  await writeFile(join(folder, 'keys', 'metrics'), 'admin\n');
  await writeFile(join(folder, 'keys', 'log'), `${'A'.repeat(43)}\n`);
  await chmod(join(folder, 'keys', 'recorder'), 0o644);
  await change({ demo: true, metrics: 'open', logLevel: 'debug' });
  const { code, said } = await minglu('node', 'start', folder);
  expect(code).toBe(78);
  expect(codesIn(said)).toEqual([
    ...['demo-chain', 'demo-key', 'demo-sign-in', 'default-credential', 'debug', 'metrics-open', 'tls-missing'],
    ...['key-readable', 'clock-unchecked'],
  ]);
  await expect(readFile(join(folder, 'genesis.json'))).rejects.toThrow();
});

test('what a configuration leaves open is asked for on the command line', async () => {
  await minglu('node', 'new', folder, '--chain', 'minglu.example/main');
  await change({ production: false });
  expect((await minglu('node', 'start', folder, '--production')).code).toBe(78);
});

test('a setting that nobody knows, or is no setting, is not passed over', async () => {
  await minglu('node', 'new', folder, '--chain', 'a.cn/main');
  for (const more of [{ prodution: true }, { production: 'false' }, { metrics: 'closed' }, { clockUrls: ['x y'] }]) {
    await minglu('node', 'new', folder, '--chain', 'a.cn/main');
    const path = join(folder, 'config.json');
    const before = await readFile(path, 'utf8');
    await change(more);
    expect(await minglu('node', 'check', folder)).toMatchObject({ code: 2 });
    await writeFile(path, before);
  }
  await writeFile(join(folder, 'config.json'), '{"production":true,"production":false,"chain":"a.cn/main","name":"a"}');
  expect(await minglu('node', 'check', folder)).toMatchObject({ code: 2 });
});

test('a department’s process with invented people, picked from a list, without TLS, does not go into service', async () => {
  const department = { id: 'market', name: '登记机关', chain: 'minglu.example/city', portalOrigins: [], demo: true };
  await minglu('node', 'new', folder, '--chain', 'a.cn/main');
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify({ ...department, production: true, seed: [{ id: 'wang' }] }),
  );
  await writeFile(
    join(folder, 'keys.json'),
    JSON.stringify({ attester: 'A'.repeat(43), 'officer:li': 'Q'.repeat(43) }),
  );
  const { code, said } = await minglu('department', folder);
  expect(code).toBe(78);
  expect(new Set(codesIn(said))).toEqual(
    new Set([
      'demo-chain',
      'demo-key',
      'demo-sign-in',
      'demo-people',
      'tls-missing',
      'key-readable',
      'clock-unchecked',
    ]),
  );
  expect(said).toContain('keys.json#officer:li');
});
