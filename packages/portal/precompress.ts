import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const TEXT = /\.(js|css|json|html|svg)$/;
/** Below this the header costs more than is saved. */
const SMALLEST_BYTES = 1024;

/**
 * Lays each text file's `.br` and `.gz` beside it, made once here and not at every request: on a slow phone the first
 * page is a third of its bytes.
 */
export function precompress(): Plugin {
  return {
    name: 'minglu-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const files = Object.values(bundle).map((file) => ({
        path: join(dir, file.fileName),
        bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
      }));
      const texts = files.filter(({ path, bytes }) => TEXT.test(path) && bytes.length >= SMALLEST_BYTES);
      await Promise.all(texts.map(({ path, bytes }) => compress(path, bytes)));
    },
  };
}

async function compress(path: string, bytes: Buffer): Promise<void> {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
}
