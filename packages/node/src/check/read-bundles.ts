import { join } from 'node:path';
import { decodeEntryBundle, entriesPath, TILE_WIDTH, tilePath } from '@minglu/protocol';
import { AttachmentIndex, attachmentsPath, readAttachmentBundle } from '../log-store/attachment-bundle.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { TAIL_FILE } from '../log-store/open-log-store.ts';
import { damagedBundle } from '../log-store/packed-bundle.ts';
import { decodeTail } from '../log-store/tail-file.ts';
import type { FileSystem } from '../store/file-system.ts';

/** Bundles read and expanded, by the thread pool, before they are asked for. */
const AHEAD = 4;

/** What is on disk of up to 256 entries; what could not be read says why. */
export interface BundleContent {
  readonly first: number;
  readonly width: number;
  /** C2SP path of the entries, below the log's directory. */
  readonly file: string;
  readonly entries: PromiseSettledResult<readonly Uint8Array[]>;
  readonly attachments: PromiseSettledResult<AttachmentIndex>;
  /** The lowest row of its hash tile, undefined when there is none. */
  readonly tile: PromiseSettledResult<Uint8Array | undefined>;
}

/** The bundles of a log that nobody writes to, in order, each file read once. */
export async function* readBundles(
  log: LogStore,
  directory: string,
  fileSystem: FileSystem,
): AsyncGenerator<BundleContent> {
  const source = { log, directory, fileSystem, attachmentsEnd: await attachmentsEndOf(directory, fileSystem) };
  const count = Math.ceil(log.size() / TILE_WIDTH);
  const ahead: Promise<BundleContent>[] = [];
  for (let bundle = 0; bundle < count; bundle++) {
    while (ahead.length < AHEAD && bundle + ahead.length < count) {
      ahead.push(readBundle(source, bundle + ahead.length));
    }
    yield (await ahead.shift()) as BundleContent;
  }
}

interface Source {
  readonly log: LogStore;
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly attachmentsEnd: number;
}

/** Never rejects. */
async function readBundle(source: Source, bundle: number): Promise<BundleContent> {
  const { log, directory, fileSystem, attachmentsEnd } = source;
  const size = log.size();
  const first = bundle * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - first);
  const file = entriesPath(bundle, width);
  const isFull = width === TILE_WIDTH;
  const [entries, attachments, tile] = await Promise.allSettled([
    log.findFile(file, size).then((bytes) => entriesOf(bytes, join(directory, file))),
    readAttachments(fileSystem, join(directory, attachmentsPath(bundle)), isFull ? undefined : attachmentsEnd),
    isFull ? fileSystem.readFile(join(directory, tilePath(0, bundle))) : log.findFile(tilePath(0, bundle, width), size),
  ]);
  return { first, width, file, entries, attachments, tile };
}

function entriesOf(bytes: Uint8Array | undefined, file: string): readonly Uint8Array[] {
  if (bytes === undefined) throw damagedBundle(file);
  return decodeEntryBundle(bytes);
}

async function readAttachments(fileSystem: FileSystem, file: string, end: number | undefined) {
  return new AttachmentIndex(await readAttachmentBundle(fileSystem, file, end), file);
}

async function attachmentsEndOf(directory: string, fileSystem: FileSystem): Promise<number> {
  const file = join(directory, TAIL_FILE);
  const bytes = await fileSystem.readFile(file);
  return bytes === undefined ? 0 : decodeTail(bytes, file).attachmentsEnd;
}
