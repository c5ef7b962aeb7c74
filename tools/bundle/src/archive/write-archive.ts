import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { type BundleFile, inOrder } from '../bundle-file.ts';

export interface WrittenArchive {
  /** SHA-256 of the archive as it lies on disk. */
  readonly hash: string;
  readonly sizeBytes: number;
}

export interface ArchiveOptions {
  /** The one folder everything unpacks into. */
  readonly top: string;
  /** Time of every file. */
  readonly at: Date;
  readonly path: string;
}

/** The same files give the same bytes, whoever packs them and when: sorted names, one time, no owner. */
export async function writeArchive(files: readonly BundleFile[], options: ArchiveOptions): Promise<WrittenArchive> {
  const tar = pack();
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const tally = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  const written = pipeline(tar, createGzip({ level: 6 }), tally, createWriteStream(options.path));
  for (const file of inOrder(files)) await add(tar, file, options);
  tar.finalize();
  await written;
  return { hash: hash.digest('hex'), sizeBytes };
}

async function add(tar: ReturnType<typeof pack>, file: BundleFile, { top, at }: ArchiveOptions): Promise<void> {
  const owner = { uid: 0, gid: 0, uname: 'root', gname: 'root' };
  const header = { name: `${top}/${file.path}`, mode: file.executable === true ? 0o755 : 0o644, mtime: at, ...owner };
  await new Promise<void>((resolve, reject) => {
    tar.entry(header, file.bytes, (error) => (error ? reject(error) : resolve()));
  });
}
