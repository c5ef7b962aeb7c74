import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findEngine } from '@minglu/cometbft';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningCity, startCity } from '../start-city.ts';
import { quietPort } from '../testing/quiet-port.ts';
import type { MemberView } from './cluster-request.ts';

const binary = (await findEngine(process.env)) ?? '';
let city: RunningCity | undefined;
let directory = '';

afterEach(async () => {
  await city?.close();
  await rm(directory, { recursive: true, force: true });
});

describe.skipIf(binary === '')('a city whose ledger four departments order', () => {
  it('founds one log on four nodes with keys of their own, and shows a member that is killed', async () => {
    directory = await mkdtemp(join(tmpdir(), 'cluster-'));
    let seen: readonly MemberView[] = [];
    city = await startCity({
      directory,
      firstPort: quietPort(process.pid + 77),
      lanAddress: undefined,
      empty: true,
      portalDirectory: undefined,
      program: resolve(import.meta.dirname, '..', '..', '..', 'packages', 'cli', 'src', 'main.ts'),
      env: process.env,
      pid: process.pid,
      clock: () => Date.now(),
      randomBytes: (length) => randomBytes(length),
      print: () => {},
      cluster: { binary, show: (members) => (seen = [...members]) },
    });
    const isWhole = () => seen.length === 4 && seen.every(({ state, root }) => state === 'running' && root !== '');
    const roots = () => new Set(seen.map(({ root }) => root)).size;
    await expect.poll(() => isWhole() && roots() === 1, { timeout: 70_000 }).toBe(true);
    const logKeys = await Promise.all(
      [1, 2, 3].map((at) => readFile(join(directory, 'cluster', `${at}`, 'keys.json'), 'utf8')),
    );
    expect(new Set(logKeys).size).toBe(3);

    const health = await fetch(`${city.url}/healthz`);
    expect(await health.json()).toMatchObject({ live: true, height: seen[0]?.height });

    process.kill(city.members()[2]?.pid as number, 'SIGKILL');
    await expect.poll(() => seen[3]?.state, { timeout: 10_000 }).not.toBe('running');
  }, 100_000);
});
