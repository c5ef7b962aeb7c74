import { join } from 'node:path';
import { TILE_WIDTH } from '@minglu/protocol';
import { AttachmentIndex, attachmentsPath, readAttachmentBundle } from '../log-store/attachment-bundle.ts';
import type { AttachmentKind } from '../log-store/log-store.ts';
import { TAIL_FILE } from '../log-store/open-log-store.ts';
import { decodeTail } from '../log-store/tail-file.ts';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';

/** As `LogStore.findAttachment`. */
export type FindAttachment = (kind: AttachmentKind, index: number) => Promise<string | undefined>;

/**
 * For whoever goes through a log from one end to the other: reads each file of sidecars once, where the store, made
 * for single questions, would look through it once a question. Only what was synced; nobody may be erasing.
 */
export async function scanAttachments(directory: string, fileSystem: FileSystem): Promise<FindAttachment> {
  const tailFile = join(directory, TAIL_FILE);
  const tailBytes = await fileSystem.readFile(tailFile);
  const tail = tailBytes === undefined ? { size: 0, attachmentsEnd: 0 } : decodeTail(tailBytes, tailFile);
  const newest = Math.floor(tail.size / TILE_WIDTH);
  let known: { readonly bundle: number; readonly index: AttachmentIndex } | undefined;
  return async (kind, index) => {
    const bundle = Math.floor(index / TILE_WIDTH);
    if (known?.bundle !== bundle) {
      const file = join(directory, attachmentsPath(bundle));
      const end = bundle === newest ? tail.attachmentsEnd : undefined;
      known = { bundle, index: new AttachmentIndex(await readAttachmentBundle(fileSystem, file, end), file) };
    }
    if (known.index.find(kind, index % TILE_WIDTH)?.isErased === true) throw new StoreError('erased', { index });
    return known.index.findText(kind, index % TILE_WIDTH);
  };
}
