import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileFaults } from './archive/file-faults.ts';
import { importFaults } from './archive/import-faults.ts';
import { prunedTooFar } from './archive/pruned-too-far.ts';
import { timeOf } from './archive/time-of.ts';
import { writeArchive } from './archive/write-archive.ts';
import { BundleError } from './bundle-error.ts';
import { type BundleFile, inOrder } from './bundle-file.ts';
import { collectFiles } from './collect/collect-files.ts';
import { findManifest } from './collect/manifest.ts';
import type { Target } from './collect/production-packages.ts';
import { formatHashList, HASH_LIST } from './shipped/hash-list.ts';

export interface Bundle {
  /** The archive; its hash stands beside it in a file of the same name and `.sha256`. */
  readonly path: string;
  readonly hash: string;
  readonly sizeBytes: number;
  /** The folder it unpacks into. */
  readonly top: string;
  /** SHA-256 of `MANIFEST.sha256`: of the contents, whatever packed them. */
  readonly listHash: string;
  readonly files: readonly BundleFile[];
}

/** Makes the archive of a working copy whose portal is built. Throws `BundleError`; then there is no archive. */
export async function makeBundle(root: string, outDirectory: string, target: Target): Promise<Bundle> {
  const collected = inOrder(collectFiles(root, target));
  const faults = [
    ...fileFaults(collected, placesOf(root)),
    ...importFaults(collected),
    ...prunedTooFar(root, collected),
  ];
  if (faults.length > 0) throw new BundleError('bundle-refused', { reason: 'contents', faults });
  const list = formatHashList(collected.map(({ path, bytes }) => ({ path, hash: sha256(bytes) })));
  const files = [...collected, { path: HASH_LIST, bytes: Buffer.from(list) }];
  const listHash = sha256(Buffer.from(list));
  const top = `minglu-${findManifest(root)?.version}-${target.os}-${target.cpu}`;
  mkdirSync(outDirectory, { recursive: true });
  const name = `${top}.tar.gz`;
  const path = join(outDirectory, name);
  const written = await writeArchive(files, { top, at: timeOf(listHash), path: `${path}.part` });
  renameSync(`${path}.part`, path);
  writeFileSync(`${path}.sha256`, formatHashList([{ path: name, hash: written.hash }]));
  return { path, ...written, top, listHash, files };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** This working copy's folders by their full names, and those of the packages where they lie elsewhere. */
function placesOf(root: string): string[] {
  const roots = new Set([root, realpathSync(root), dirname(realpathSync(join(root, 'node_modules', 'fastify')))]);
  return [...roots].flatMap((one) =>
    one.endsWith('node_modules')
      ? [`${one}/`]
      : ['packages', 'services', 'city', 'tools', 'node_modules'].map((top) => `${one}/${top}`),
  );
}
