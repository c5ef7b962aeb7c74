import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, withGround, zero } from './campaign.ts';
import { checkPromises, noDamage } from './check-promises.ts';
import { ledgerOf, openVictim } from './open-victim.ts';
import { Victim, type VictimEnd } from './victim.ts';

const CALLS = [
  'openat',
  'pwrite64',
  'pwritev',
  'writev',
  'fdatasync',
  'fsync',
  'rename',
  'renameat2',
  'unlink',
  'ftruncate',
  'mkdir',
] as const;
const INJECTIONS = ['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'] as const;
const SUBMISSIONS = 3;
/** One thread for all file work, so that the n-th call is the same one in every run. */
const ENV = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

interface Site {
  readonly call: string;
  readonly nth: number;
  readonly injection: string;
}

const hasStrace = (): boolean => {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Each file call of a commit and its flush × {EIO, ENOSPC, SIGKILL}, injected by strace, as Tessera tests its own store. */
export const files: Campaign = ({ slice, slices, share }) => {
  if (!hasStrace()) return Promise.resolve([figure('file calls (strace is not on this machine)', 'skipped', '')]);
  return withGround(SUBMISSIONS + 10, async ({ directory, path }) => {
    const template = join(directory, 'template');
    await new Victim({ directory: template, path, first: SUBMISSIONS, count: 5, inFlight: 1, close: true }).ended;
    const counts = await countCalls({ template, home: join(directory, 'count'), path });
    const all: Site[] = [...counts].flatMap(([call, count]) =>
      Array.from({ length: count }, (_, at) => at + 1).flatMap((nth) =>
        INJECTIONS.map((injection) => ({ call, nth, injection })),
      ),
    );
    const step = Math.max(1, Math.round(1 / share));
    const sites = all.filter((_, at) => at % slices === slice && Math.floor(at / slices) % step === 0);
    const total = noDamage();
    let [promises, unopened] = [0, 0];
    for (const site of sites) {
      const home = join(directory, 'victim');
      const end = await runUnderStrace({ template, home, path }, [
        '-e',
        `inject=${site.call}:${site.injection}:when=${site.nth}`,
      ]);
      const damage = await judge(home, path, end).catch(() => undefined);
      promises += end.promised.length;
      if (damage === undefined) unopened += 1;
      total.lost += damage?.lost ?? 0;
      total.doubled += damage?.doubled ?? 0;
      total.moved += damage?.moved ?? 0;
      rmSync(home, { recursive: true, force: true });
    }
    return [
      ...rows(total, promises, unopened),
      figure('file calls of the commits × injections', `${sites.length} of ${all.length}`, ''),
    ];
  });
};

interface Stage {
  readonly template: string;
  readonly home: string;
  readonly path: string;
}

/** How often each call happens between the first submission and the end, in the thread that makes it most often. */
async function countCalls(stage: Stage): Promise<Map<string, number>> {
  const log = join(stage.home, '..', 'trace.txt');
  await runUnderStrace(stage, ['-o', log]);
  const perThread = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const match = /^(\d+)\s+(?:<\.\.\. )?([a-z0-9]+)\(/.exec(line);
    if (match === null) continue;
    const key = `${match[1]} ${match[2]}`;
    perThread.set(key, (perThread.get(key) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [key, count] of perThread) {
    const call = key.split(' ')[1] ?? '';
    counts.set(call, Math.max(counts.get(call) ?? 0, count));
  }
  return counts;
}

/** The victim opens undisturbed, then the tracer attaches, then it commits, flushes and closes. */
async function runUnderStrace({ template, home, path }: Stage, args: readonly string[]): Promise<VictimEnd> {
  cpSync(template, home, { recursive: true });
  const victim = new Victim({
    directory: home,
    path,
    first: 0,
    count: SUBMISSIONS,
    inFlight: 1,
    close: true,
    wait: true,
    env: ENV,
  });
  await victim.ready;
  const tracer = spawn('strace', ['-f', '-p', String(victim.process.pid), '-e', `trace=${CALLS.join(',')}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve) =>
    tracer.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('attached') && resolve()),
  );
  victim.process.stdin?.end('go\n');
  const timer = setTimeout(() => victim.process.kill('SIGKILL'), 20_000);
  const end = await victim.ended;
  clearTimeout(timer);
  tracer.kill('SIGTERM');
  return end;
}

async function judge(home: string, path: string, end: VictimEnd): Promise<ReturnType<typeof noDamage>> {
  rmSync(join(ledgerOf(home), 'lock'), { force: true });
  const node = await openVictim(home);
  const damage = await checkPromises(node, end.promised, path);
  await node.close();
  return damage;
}

function rows(total: ReturnType<typeof noDamage>, promises: number, unopened: number): Row[] {
  return [
    figure('file calls: receipts answered', promises, ''),
    zero('file calls: ledgers that did not open again', unopened),
    zero('file calls: receipts lost', total.lost),
    zero('file calls: transactions doubled', total.doubled),
    zero('file calls: repeats with another receipt', total.moved),
  ];
}
