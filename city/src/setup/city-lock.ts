import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CityError } from '../city-error.ts';

/**
 * One city a folder: a second one would give a second process to the same witnesses' records. The file names the
 * process; a file left by a process that is gone is taken over.
 */
export async function lockCity(directory: string, pid: number, isAlive: (pid: number) => boolean = runs) {
  const path = join(directory, 'lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(pid));
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder > 0 && holder !== pid && isAlive(holder)) throw new CityError('already-running', { pid: holder });
      await rm(path, { force: true });
    }
  }
  throw new CityError('already-running');
}

/** Whether a process of this number runs; one of another user counts. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
