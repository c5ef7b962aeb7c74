import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The pinned Node from its platform package; this process's own where no such package exists and it is new enough. */
export function findNode(root) {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, file);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`no Node 24 for ${process.platform}-${process.arch}: install Node 24 and run again`);
}
