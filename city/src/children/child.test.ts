import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Child } from './child.ts';

let directory: string;
let states: string[];
let child: Child | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'child-'));
  states = [];
});

afterEach(async () => {
  await child?.stop();
  await rm(directory, { recursive: true });
});

async function childOf(script: string): Promise<Child> {
  const program = join(directory, 'child.mjs');
  await writeFile(program, script);
  child = new Child({
    name: 'one',
    program,
    args: [],
    env: {},
    logFile: join(directory, 'log'),
    readyTimeoutMs: 5_000,
    onChange: (state) => states.push(state),
  });
  return child;
}

const SERVING = `process.send({ ready: { pid: String(process.pid) } }); setInterval(() => {}, 1000);`;

test('a child that dies is shown and comes back', async () => {
  const one = await childOf(SERVING);
  const { pid } = await one.start();
  process.kill(Number(pid), 'SIGKILL');
  await expect
    .poll(() => states, { timeout: 5_000 })
    .toEqual(['starting', 'running', 'restarting', 'starting', 'running']);
  expect(one.pid).not.toBe(Number(pid));
});

test('a child that never serves is an error, not a loop', async () => {
  const one = await childOf('process.exit(1)');
  await expect(one.start()).rejects.toMatchObject({ code: 'child-refused', facts: { child: 'one' } });
  expect(states).toEqual(['starting']);
});

test('a child that is stopped stays stopped, even one that ignores the first word', async () => {
  const one = await childOf(`process.on('SIGTERM', () => {}); ${SERVING}`);
  await one.start();
  await one.stop();
  expect(one.state).toBe('stopped');
  expect(states).toEqual(['starting', 'running', 'stopped']);
}, 10_000);

test('a child that is stopped between its death and its next start is stopped', async () => {
  const one = await childOf(SERVING);
  const { pid } = await one.start();
  process.kill(Number(pid), 'SIGKILL');
  await expect.poll(() => one.state, { interval: 5, timeout: 5_000 }).toBe('restarting');
  await one.stop();
  expect(states).toEqual(['starting', 'running', 'restarting', 'stopped']);
});
