import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '../report/machine.ts';
import type { Row } from '../report/row.ts';
import { addUp } from './add-up.ts';
import type { CampaignOptions } from './campaign.ts';

interface RecordedSlice {
  readonly slice: number;
  readonly day: string;
  readonly seconds: number;
  readonly rows: readonly Row[];
}

interface Recorded {
  readonly command: string;
  readonly done: string;
  readonly machine: unknown;
  /** What the slices done so far come to. */
  readonly rows: readonly Row[];
  readonly slices: readonly RecordedSlice[];
}

/** Puts a slice's rows beside those of the same cut that were recorded before, in `faults-<name>.json`. */
export function recordSlice(
  folder: string,
  name: string,
  { seed, slice, slices, share }: CampaignOptions,
  measured: { readonly rows: readonly Row[]; readonly seconds: number },
): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `faults-${name}.json`);
  const command = `npm run faults -- ${name} --seed=${seed} --slice=<i>/${slices} --share=${share} --record`;
  const old = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recorded) : undefined;
  const others = old?.command === command ? old.slices.filter((one) => one.slice !== slice) : [];
  const mine = { slice, day: new Date().toISOString().slice(0, 10), ...measured };
  const all = [...others, mine].sort((one, other) => one.slice - other.slice);
  const recorded: Recorded = {
    command,
    done: `${all.length} of ${slices} slices`,
    machine: describeMachine(),
    rows: addUp(all.map(({ rows }) => rows)),
    slices: all,
  };
  writeFileSync(path, `${JSON.stringify(recorded, null, 2)}\n`);
}
