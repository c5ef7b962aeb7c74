import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeVersion } from '../report/code-version.ts';
import { describeMachine } from '../report/machine.ts';
import type { Row } from '../report/row.ts';
import { addUp } from './add-up.ts';
import type { CampaignOptions } from './campaign.ts';

/** What two slices must have in common to be parts of one run. */
interface Run {
  readonly seed: number;
  readonly slices: number;
  readonly share: number;
  /** See `CodeVersion`. */
  readonly sources: string;
}

interface Part {
  readonly run: Run;
  readonly slice: number;
  readonly day: string;
  readonly seconds: number;
  readonly commit: string;
  readonly machine: unknown;
  readonly rows: readonly Row[];
}

export interface MeasuredSlice {
  readonly rows: readonly Row[];
  readonly seconds: number;
  readonly code: CodeVersion;
}

/**
 * Keeps a slice in a file of its own and writes what all slices of the same run come to into `faults-<name>.json`: in any
 * order, by any number of processes at once. Slices of another seed, cut or version of the code are an earlier run and go.
 */
export function recordSlice(folder: string, name: string, options: CampaignOptions, measured: MeasuredSlice): void {
  const { seed, slice, slices, share } = options;
  const { rows, seconds, code } = measured;
  const run: Run = { seed, slices, share, sources: code.sources };
  const parts = join(folder, 'slices', name);
  mkdirSync(parts, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  writeWhole(join(parts, `${slice}.json`), {
    run,
    slice,
    day,
    seconds,
    commit: code.commit,
    machine: describeMachine(),
    rows,
  } satisfies Part);
  // Whoever writes the sum last has looked for slices after it: one that came in between is taken up in another turn.
  for (let done = ''; ; ) {
    const mine = readParts(parts, run);
    const found = JSON.stringify(mine);
    if (found === done) break;
    writeWhole(join(folder, `faults-${name}.json`), sumOf(name, mine));
    done = found;
  }
}

function readParts(folder: string, run: Run): Part[] {
  const parts: Part[] = [];
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const path = join(folder, file);
    const part = JSON.parse(readFileSync(path, 'utf8')) as Part;
    if (JSON.stringify(part.run) === JSON.stringify(run)) parts.push(part);
    else rmSync(path, { force: true });
  }
  return parts.sort((one, other) => one.slice - other.slice);
}

function sumOf(name: string, parts: readonly Part[]): unknown {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a sum of no slices');
  const { seed, slices, share, sources } = first.run;
  return {
    command: `npm run faults -- ${name} --seed=${seed} --slice=<i>/${slices} --share=${share} --record`,
    done: `${parts.length} of ${slices} slices`,
    sources,
    commits: [...new Set(parts.map(({ commit }) => commit))],
    seconds: parts.reduce((sum, { seconds }) => sum + seconds, 0),
    machine: first.machine,
    rows: addUp(parts.map(({ rows }) => rows)),
    slices: parts.map(({ slice, day, seconds }) => ({ slice, day, seconds })),
  };
}

/** A reader finds the file as it was or as it is, never half of it. */
function writeWhole(path: string, content: unknown): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(fresh, path);
}
