import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { freePort, selfSigned } from '@minglu/city';
import { runCommand } from '@minglu/cli';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideBlocks, isAsShown } from './guide-blocks.ts';

const GUIDE = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'guides', 'first-day.md');

const home = process.cwd();
const own = getCACertificates('default');
let folder: string;
let clock: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-first-day-'));
  process.chdir(folder);
  // Stands in for a server whose clock is right; the guide's own address is nobody's.
  clock = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await new Promise((done) => clock.once('listening', done));
  port = await freePort(0, '127.0.0.1');
});

afterAll(async () => {
  stop();
  process.chdir(home);
  clock?.close();
  setDefaultCACertificates(own);
  await rm(folder, { recursive: true, force: true });
});

let stop = (): void => undefined;
let running: Promise<number> | undefined;
/** What the node's own terminal shows. */
const said: string[] = [];
/** What the last commands told people, which people carry to other machines. */
let secret = '';
let invitation = '';
let answered = '';
let thumbprint = '';

/** A command as one person's shell runs it. */
function run(args: readonly string[], stopped: Promise<void>, printed: string[]): Promise<number> {
  const print = (line: string) => void printed.push(...line.split('\n'));
  return runCommand({
    args,
    env: { MINGLU_SECRET: secret, MINGLU_INVITATION: invitation },
    pid: process.pid,
    clock: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    print,
    warn: print,
    ready: () => undefined,
    health: () => undefined,
    stopped,
  });
}

async function startNode(args: readonly string[]): Promise<string[]> {
  const printed = said;
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  running = run(args, stopped, printed);
  await expect.poll(() => printed.length).toBe(3);
  return [...printed];
}

/** The guide's addresses are examples; here everything is on this machine. */
const here = (text: string): string => {
  const clockUrl = `http://127.0.0.1:${(clock.address() as AddressInfo).port}/`;
  return text.replaceAll('7460', String(port)).replace('https://time.mingzhou.gov.cn/', clockUrl);
};

function hear(printed: readonly string[]): void {
  for (const line of printed) {
    secret = /good for 15 minutes: (\S+)$/.exec(line)?.[1] ?? secret;
    invitation = /good once: (\S+)$/.exec(line)?.[1] ?? invitation;
    thumbprint = /thumbprint: (\S+)$/.exec(line)?.[1] ?? thumbprint;
    answered = /^ey\S{100,}$/.exec(line)?.[0] ?? answered;
  }
}

async function runCommandOfGuide(text: string): Promise<string[]> {
  const [program, ...args] = here(text).replace('答复', answered).replace('指纹', thumbprint).split(' ');
  expect(program).toBe('minglu');
  if (args[0] === 'node' && args[1] === 'start') return await startNode(args);
  if (args[0] === 'fsck') {
    stop();
    expect(await running).toBe(0);
  }
  const printed: string[] = [];
  await run(args, Promise.resolve(), printed);
  if (args[0] === 'ceremony') await expect.poll(() => said.at(-1), { timeout: 10_000 }).toMatch(/^节点 node /);
  return printed;
}

/** What a certificate's issuer would have sent, and this machine trusts. */
async function certificate(): Promise<void> {
  const { cert } = await selfSigned(join(folder, 'node'), '127.0.0.1', Date.now());
  setDefaultCACertificates([...own, cert]);
}

test('the guide to the first day holds to the letter, from an empty machine to a chain with its three offices', async () => {
  const blocks = guideBlocks(await readFile(GUIDE, 'utf8'));
  expect(blocks.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(25);
  let printed: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'file') {
      const path = join(folder, block.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, here(block.text), { mode: 0o600 });
      if (block.name === 'node/config.json') await certificate();
    } else if (block.kind === 'command') {
      printed = await runCommandOfGuide(block.text);
      hear(printed);
    } else if (!isAsShown(printed, here(block.text))) {
      expect(printed.join('\n')).toBe(here(block.text));
    }
  }
  expect(printed.at(-1)).toContain('whole');
}, 40_000);
