/** A file's content, whatever it is called. */
export type Inode = number;

/** What a program did to a disk, call by call. */
export type DiskOperation =
  | { readonly kind: 'create'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'sync-directory'; readonly path: string }
  | { readonly kind: 'write'; readonly inode: Inode; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly inode: Inode; readonly size: number }
  | { readonly kind: 'sync'; readonly inode: Inode }
  /** What the program under test was told at this point: "block 7 is durable". */
  | { readonly kind: 'told'; readonly what: string };

export type DataOperation = Extract<DiskOperation, { kind: 'write' | 'truncate' }>;
export type NameOperation = Extract<DiskOperation, { kind: 'create' | 'rename' | 'unlink' }>;

export function applyData(content: Buffer, operation: DataOperation): Buffer {
  if (operation.kind === 'truncate') return resized(content, operation.size);
  const end = operation.position + operation.bytes.length;
  const changed = end > content.length ? resized(content, end) : Buffer.from(content);
  changed.set(operation.bytes, operation.position);
  return changed;
}

export function applyName(names: Map<string, Inode>, operation: NameOperation): void {
  if (operation.kind === 'create') names.set(operation.path, operation.inode);
  if (operation.kind === 'unlink') names.delete(operation.path);
  if (operation.kind !== 'rename') return;
  const inode = names.get(operation.from);
  if (inode === undefined) return;
  names.delete(operation.from);
  names.set(operation.to, inode);
}

function resized(content: Buffer, size: number): Buffer {
  const changed = Buffer.alloc(size);
  content.copy(changed, 0, 0, Math.min(size, content.length));
  return changed;
}
