/** The system calls by which files change; reads are left alone. */
export const FILE_CALLS = [
  'openat',
  'pwrite64',
  'pwritev',
  'write',
  'writev',
  'fdatasync',
  'fsync',
  'msync',
  'rename',
  'renameat2',
  'unlink',
  'ftruncate',
  'mkdir',
  'fallocate',
] as const;

/** One call of a trace, as strace prints it with `-f -y -ttt`. */
export interface TracedCall {
  readonly thread: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly call: string;
  /** The first path inside the folder that was asked about. */
  readonly path: string;
  readonly isInjected: boolean;
}

const LINE = /^(\d+)\s+(\d+\.\d+) ([a-z0-9]+)\((.*)$/;

/** The calls of a trace that touch something below `folder`, in order. */
export function readTrace(text: string, folder: string): TracedCall[] {
  const calls: TracedCall[] = [];
  for (const line of text.split('\n')) {
    const match = LINE.exec(line);
    if (match === null) continue;
    const [, thread = '', seconds = '0', call = '', rest = ''] = match;
    const path = /["<]([^">]*)/g;
    const named = [...rest.matchAll(path)].map(([, name = '']) => name).find((name) => name.startsWith(folder));
    if (named === undefined) continue;
    calls.push({ thread, atMs: Number(seconds) * 1_000, call, path: named, isInjected: rest.includes('(INJECTED') });
  }
  return calls;
}

/**
 * Whether somebody was killed inside one of these calls: it has no result. That a process was killed says nothing by itself:
 * the helper that writes the state always ends so.
 */
export function isCutShort(text: string): boolean {
  return text
    .split('\n')
    .some((line) => /^\d+\s+\d+\.\d+ (?:[a-z0-9]+\(|<\.\.\. [a-z0-9]+ resumed>).*\) += \?/.test(line));
}
