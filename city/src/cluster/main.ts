import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINE_MODULE, ENGINE_VERSION, findEngine } from '@minglu/cometbft';
import { startHere } from '../start-here.ts';
import { memberTable } from './member-table.ts';

// What `npm run cluster` runs: the city of `npm start`, its ledger ordered by four departments' nodes on this machine.
const stopped = new Promise<void>((done) => {
  process.once('SIGINT', () => done());
  process.once('SIGTERM', () => done());
});
const root = resolve(import.meta.dirname, '..', '..', '..');
const print = (line: string) => void process.stdout.write(`${line}\n`);
const SOFTWARE_FAILURE = 70;
const NOT_INSTALLED = 69;

const { values } = parseArgs({
  options: {
    directory: { type: 'string', default: resolve(root, '.cluster') },
    port: { type: 'string', default: '7560' },
  },
});
const binary = await findEngine(process.env, [resolve(root, '.cache', 'bin')]);
if (binary === undefined) {
  print(`✗ 没有找到 CometBFT ${ENGINE_VERSION}。安装 Go 1.23 或更新的版本，然后运行：`);
  print(`  CometBFT ${ENGINE_VERSION} is not here. Install Go 1.23 or newer, then run:`);
  print(`  GOBIN=${resolve(root, '.cache', 'bin')} go install ${ENGINE_MODULE}`);
  process.exit(NOT_INSTALLED);
}
let shown = '';
const power = {
  env: process.env,
  pid: process.pid,
  clock: () => Date.now(),
  randomBytes: (length: number) => randomBytes(length),
  print,
  stopped,
};
const cluster = {
  binary,
  show: (members: Parameters<typeof memberTable>[0]) => {
    const { summary, lines } = memberTable(members);
    // The pair is one: the members that live go on, and whoever watches this process starts it again.
    if (members[0]?.state === 'engine-failed') process.exit(SOFTWARE_FAILURE);
    if (summary === shown) return;
    shown = summary;
    for (const line of lines) print(line);
  },
};
try {
  const { directory, port } = values;
  await startHere(
    { directory: resolve(directory), firstPort: Number(port), empty: false, lan: false, root, cluster },
    power,
  );
  process.exit(0);
} catch (error) {
  const { code, facts } = error as { code?: unknown; facts?: unknown };
  process.stderr.write(typeof code === 'string' ? `${code} ${JSON.stringify(facts ?? {})}\n` : `${String(error)}\n`);
  process.exit(1);
}
