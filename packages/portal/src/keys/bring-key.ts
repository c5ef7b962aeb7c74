import { findCaseKey, getObject, indexedDbKeyStore, openKeyFile, restoreCaseKey } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { type StoredCase, saveCase } from '../store/case-store.ts';
import { findPage, savePage } from '../store/page-store.ts';
import { parseStoredCase } from './parse-stored-case.ts';
import { proveKey } from './prove-key.ts';

/**
 * Makes this browser the holder of a case: its key from the file, what its owner noted beside it, and its documents from
 * the vault. Throws `key-file-malformed`, `passphrase-wrong`.
 */
export async function bringKey(text: string, passphrase: string): Promise<StoredCase> {
  const file = await openKeyFile(text, passphrase);
  const stored = parseStoredCase(file.notes);
  if (stored === undefined || stored.id !== file.case || stored.kid !== file.kid)
    throw new PortalError('key-file-malformed');
  await restoreCaseKey(indexedDbKeyStore(), file.kid, file.privateJwk);
  await saveCase(stored);
  // The case can be acted on without its photos; they are fetched again when this is done again.
  await fetchDocuments(stored).catch(() => undefined);
  return stored;
}

async function fetchDocuments(stored: StoredCase): Promise<void> {
  const signer = await findCaseKey(indexedDbKeyStore(), stored.kid);
  if (signer === undefined || stored.attachments === undefined) return;
  await proveKey(signer, { embedKey: true });
  for (const { digest } of stored.attachments) {
    if ((await findPage(digest)) !== undefined) continue;
    await savePage({ digest, ciphertext: await getObject(api, digest, { case: stored.id }) });
  }
}
