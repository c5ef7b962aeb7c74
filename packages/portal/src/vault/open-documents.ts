import { type Attachment, isJsonObject, type JsonObject, parseAttachments } from '@minglu/protocol';
import { getObject, openAttachment, parseContentKeys } from '@minglu/sdk';
import type { Officer } from '../officer/use-officer.ts';
import { type Failure, failureOf } from '../server/failure.ts';
import type { CaseFile } from '../server/ledger.ts';
import { openEnvelope } from '../unmask/open-envelope.ts';
import type { Purpose } from '../unmask/purposes.ts';

/** One document as it could be opened, or why it could not: one that was changed does not hide the others. */
export interface OpenedDocument {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly failure: Failure | undefined;
}

export function attachmentsOf(file: CaseFile | undefined): readonly Attachment[] {
  const plain: unknown = file?.plain;
  try {
    return isJsonObject(plain as JsonObject) ? parseAttachments(plain as JsonObject) : [];
  } catch {
    return [];
  }
}

/**
 * The office's process opens the keys for its officer's session; the bytes come from the vault and are opened here. The
 * process then need not take in, hold and give out megabytes for everybody, and the vault never meets a key.
 */
export async function openDocuments(
  { id, file, purpose }: { readonly id: string; readonly file: CaseFile; readonly purpose: Purpose },
  { session, client }: Officer,
): Promise<readonly OpenedDocument[]> {
  const attachments = attachmentsOf(file);
  const opened = [...new Set(attachments.map(({ kind }) => kind))].map(async (kind) =>
    parseContentKeys(await openEnvelope(session, { case: id, field: kind, purpose })),
  );
  const keys: Readonly<Record<string, string>> = Object.assign({}, ...(await Promise.all(opened)));
  return Promise.all(
    attachments.map(async (attachment) => {
      try {
        const ciphertext = await getObject(client, attachment.digest, { case: id });
        const bytes = await openAttachment({ ...attachment, key: keys[attachment.digest] ?? '' }, ciphertext);
        return { attachment, bytes, failure: undefined };
      } catch (error) {
        return { attachment, bytes: undefined, failure: failureOf(error) };
      }
    }),
  );
}
