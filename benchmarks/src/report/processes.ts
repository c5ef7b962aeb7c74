import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU seconds (user and system, all threads) a process has used, from the system's own accounting. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export interface Resident {
  /** Pages several processes share are counted once, in equal parts. */
  readonly bytes: number;
  /** Of these, pages of files: the system takes them back when it needs them. */
  readonly ofFiles: number;
}

/** Memory that processes hold together, by the system's own accounting. */
export function residentOf(pids: readonly number[]): Resident {
  const rollups = pids.map((pid) => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  const sum = (field: string): number =>
    rollups.reduce((bytes, text) => bytes + Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0), 0);
  return { bytes: sum('Pss') * 1024, ofFiles: sum('Pss_File') * 1024 };
}

/** A process and everything it started. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process ended between the listing and the read.
    }
  }
  const children = (of: number): number[] => [...parents].filter(([, parent]) => parent === of).map(([child]) => child);
  const family = [pid];
  for (const member of family) family.push(...children(member));
  return family;
}
