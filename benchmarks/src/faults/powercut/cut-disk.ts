import { dirname } from 'node:path';
import type { FileContent } from '../disk/memory-disk.ts';
import { type CutFate, settleContent } from './cut-fate.ts';
import type { DiskEvent, DiskTrace } from './disk-trace.ts';
import { applyWrite, type PendingWrite } from './pending-write.ts';

type NameChange = Extract<DiskEvent, { kind: 'created' | 'renamed' | 'unlinked' | 'directoryMade' }>;

interface CutFile {
  readonly durable: FileContent;
  pending: { readonly at: number; readonly change: PendingWrite }[];
}

/**
 * What a disk holds after a power cut behind the first `at` events. Synced content and synced names are there; of what
 * was not synced, `fate` decides: of each file's bytes, and how far each directory's names had come.
 */
export function cutDisk(trace: DiskTrace, at: number, fate: CutFate): Map<string, Buffer> {
  const files: CutFile[] = trace.files.map(([, bytes]) => fileOf(bytes));
  const names = new Map(trace.files.map(([path], number) => [path, number]));
  const there = [trace.root, ...trace.directories];
  const directories = new Set([...there, ...[...there, ...trace.files.map(([path]) => path)].flatMap(ancestors)]);
  let pending: { readonly at: number; readonly change: NameChange }[] = [];
  for (const [position, event] of trace.events.slice(0, at).entries()) {
    if (event.kind === 'created') files[event.file] = fileOf(Buffer.alloc(0));
    if (event.kind === 'written' || event.kind === 'truncated')
      files[event.file]?.pending.push({ at: position, change: event });
    if (event.kind === 'synced') settle(files[event.file], event.before);
    if (isNameChange(event)) pending.push({ at: position, change: event });
    if (event.kind !== 'directorySynced') continue;
    const isSynced = (one: (typeof pending)[number]): boolean =>
      directoryOf(one.change) === event.path && one.at < event.before;
    for (const { change } of pending.filter(isSynced)) rename(change, names, directories);
    pending = pending.filter((one) => !isSynced(one));
  }
  for (const changes of Map.groupBy(pending, ({ change }) => directoryOf(change)).values()) {
    for (const { change } of changes.slice(0, fate.namesKept(changes.length))) rename(change, names, directories);
  }
  return survivors(files, names, directories, fate);
}

function survivors(
  files: readonly CutFile[],
  names: ReadonlyMap<string, number>,
  directories: ReadonlySet<string>,
  fate: CutFate,
): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const [path, number] of names) {
    const file = files[number];
    if (file === undefined || ancestors(path).some((directory) => !directories.has(directory))) continue;
    const changes = file.pending.map(({ change }) => change);
    found.set(path, settleContent(file.durable, changes, fate));
  }
  return found;
}

function fileOf(bytes: Buffer): CutFile {
  return { durable: { bytes, size: bytes.length, isOwn: false }, pending: [] };
}

function settle(file: CutFile | undefined, before: number): void {
  if (file === undefined) return;
  for (const { at, change } of file.pending) if (at < before) applyWrite(file.durable, change);
  file.pending = file.pending.filter(({ at }) => at >= before);
}

function isNameChange(event: DiskEvent): event is NameChange {
  return ['created', 'renamed', 'unlinked', 'directoryMade'].includes(event.kind);
}

function directoryOf(change: NameChange): string {
  return dirname(change.kind === 'renamed' ? change.to : change.path);
}

function rename(change: NameChange, names: Map<string, number>, directories: Set<string>): void {
  if (change.kind === 'created') names.set(change.path, change.file);
  if (change.kind === 'unlinked') names.delete(change.path);
  if (change.kind === 'directoryMade') directories.add(change.path);
  if (change.kind !== 'renamed') return;
  const file = names.get(change.from);
  names.delete(change.from);
  if (file !== undefined) names.set(change.to, file);
}

/** The folders above a path. */
function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let at = dirname(path); at !== '/'; at = dirname(at)) found.push(at);
  return found;
}
