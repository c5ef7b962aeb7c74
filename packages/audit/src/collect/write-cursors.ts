import { open, rename } from 'node:fs/promises';
import type { LineCursor } from './follow-lines.ts';

/** The old file or the new one, never a part. Its directory is not synced: an older cursor only sends lines twice. */
export async function writeCursors(path: string, sources: Readonly<Record<string, LineCursor>>): Promise<void> {
  const file = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ v: 0, type: 'minglu-collector-cursor', sources })}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
}
