import { type FileContent, truncateTo, writeInto } from '../disk/memory-disk.ts';
import type { DiskEvent } from './disk-trace.ts';

/** A change of a file's content that no sync covers yet. */
export type PendingWrite = Extract<DiskEvent, { kind: 'written' | 'truncated' }>;

export function applyWrite(content: FileContent, change: PendingWrite): void {
  if (change.kind === 'written') writeInto(content, change.bytes, change.position);
  else truncateTo(content, change.size);
}
