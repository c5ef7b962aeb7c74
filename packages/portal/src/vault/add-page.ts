import { type OwnAttachment, sealAttachment } from '@minglu/sdk';
import { savePage } from '../store/page-store.ts';
import { readDocument } from './read-photo.ts';

/** Reads, seals and keeps a chosen file; from here on only its ciphertext lies in this browser. */
export async function addPage(file: File, kind: string): Promise<OwnAttachment> {
  const { mediaType, bytes } = await readDocument(file);
  const { attachment, ciphertext } = await sealAttachment(kind, mediaType, bytes);
  await savePage({ digest: attachment.digest, ciphertext });
  return attachment;
}
