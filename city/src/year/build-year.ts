import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nativeSigner } from '@minglu/node';
import { base64urlEncode, formatStrictJson } from '@minglu/protocol';
import { processFolder } from '../children/process-folder.ts';
import { CityError } from '../city-error.ts';
import { handOver } from './hand-over.ts';
import { indexYear } from './index-year.ts';
import { openYear, yearGenesis } from './open-year.ts';
import { playYear } from './play-year.ts';
import { YearDesk } from './year-desk.ts';
import { rootLine } from './year-roots.ts';

export interface BuildYearOptions {
  /** Where it lies in the end; nothing is there before it is whole. */
  readonly target: string;
  /** A line a month, as `rootLine`; undefined: whatever comes is right, and is written down by the caller. */
  readonly roots: readonly string[] | undefined;
  /** From the first one on; all twelve but in tests. */
  readonly months: number;
  readonly pid: number;
  isAlive(pid: number): boolean;
  randomBytes(length: number): Uint8Array;
  print(line: string): void;
}

/**
 * Plays the year through the node's own door and lays it beside `target`, keys and read model with it; only what is whole
 * and has the known roots gets the name. Throws `year-differs`, `year-refused`.
 */
export async function buildYear(options: BuildYearOptions): Promise<readonly string[]> {
  const { target, pid } = options;
  await mkdir(dirname(target), { recursive: true });
  await sweep(options);
  const folder = `${target}.building-${pid}`;
  try {
    const lines = await build(folder, options);
    await rename(folder, target);
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function build(folder: string, options: BuildYearOptions): Promise<readonly string[]> {
  const { roots, months, randomBytes, print } = options;
  const ledger = join(folder, 'ledger');
  await mkdir(ledger, { recursive: true, mode: 0o700 });
  const log = randomBytes(32);
  const year = await openYear(ledger, log);
  const lines: string[] = [];
  try {
    await playYear(year, months, (month, checkpoint) => {
      const line = rootLine(month, checkpoint);
      if (roots !== undefined && roots[lines.length] !== line) throw new CityError('year-differs', { month });
      lines.push(line);
      print(`  ${month}  ${line.split(' ')[1]} 条 entries`);
    });
    const { node, clock, random } = year;
    const { administrator, departments } = await handOver(new YearDesk(node, clock, random), randomBytes);
    for (const [id, keys] of departments) {
      const place = join(folder, processFolder(id), id);
      await mkdir(place, { recursive: true, mode: 0o700 });
      await writeFile(join(place, 'keys.json'), formatStrictJson({ ...keys }), { mode: 0o600 });
    }
    const founder = base64urlEncode(administrator);
    await writeFile(join(folder, 'keys.json'), formatStrictJson({ founder, log: base64urlEncode(log) }), {
      mode: 0o600,
    });
    const genesis = yearGenesis();
    await writeFile(join(folder, 'year.json'), formatStrictJson({ genesis: { ...genesis }, endsAt: clock.nowMs() }));
    print('· 建立查询用的列表 making the lists people search');
    await indexYear({ node, clock, folder, log: nativeSigner('Ed25519', log) });
  } finally {
    await year.node.close();
  }
  return lines;
}

/** What a set-up that was killed left behind. */
async function sweep({ target, isAlive }: BuildYearOptions): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    const pid = name.startsWith(`${basename(target)}.building-`) ? Number(name.split('-').at(-1)) : 0;
    if (pid > 0 && !isAlive(pid)) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}
