import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CityError } from '../city-error.ts';
import { withProgress } from '../with-progress.ts';
import { buildYear } from './build-year.ts';
import { MONTHS } from './play-year.ts';
import { ownYear, readYearRoots, yearFolder } from './year-roots.ts';

// What the set-up runs once for all cities of a working copy; with `--city DIR`, an unpacked archive for its one city. With
// `--write-roots`, whoever changed the law of the year writes its roots down anew.
const root = resolve(import.meta.dirname, '..', '..', '..');
const print = (line: string) => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { 'write-roots': { type: 'boolean', default: false }, city: { type: 'string' } },
});
const writes = values['write-roots'];

function targetFolder(): string {
  if (writes) return join(root, '.cache', `year-written-${process.pid}`);
  if (values.city === undefined) return yearFolder(root);
  mkdirSync(values.city, { recursive: true, mode: 0o700 });
  return ownYear(values.city);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

try {
  const roots = writes ? undefined : readYearRoots();
  const target = targetFolder();
  const lines = await withProgress(print, (say) =>
    buildYear({
      target,
      roots,
      months: MONTHS.length,
      pid: process.pid,
      isAlive,
      randomBytes: (length) => randomBytes(length),
      print: say,
    }),
  );
  if (writes) {
    writeFileSync(join(import.meta.dirname, 'year-roots.txt'), `${lines.join('\n')}\n`);
    rmSync(yearFolder(root), { recursive: true, force: true });
    renameSync(target, yearFolder(root));
  }
  process.exit(0);
} catch (error) {
  const words = error instanceof CityError ? `${error.code} ${JSON.stringify(error.facts)}` : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
