import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CityError } from '../city-error.ts';
import { withProgress } from '../with-progress.ts';
import { buildYear } from './build-year.ts';
import { MONTHS } from './play-year.ts';
import { readYearRoots, yearFolder } from './year-roots.ts';

// What the set-up runs once; with `--write-roots`, whoever changed the law of the year writes its roots down anew.
const root = resolve(import.meta.dirname, '..', '..', '..');
const print = (line: string) => void process.stdout.write(`${line}\n`);
const writes = process.argv.includes('--write-roots');

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
  const target = writes ? join(root, '.cache', `year-written-${process.pid}`) : yearFolder(root);
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
