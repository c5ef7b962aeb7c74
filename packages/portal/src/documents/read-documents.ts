import type { DepartmentDocument, DepartmentDocuments } from '@minglu/sdk';
import { failureOf, PortalError } from '../server/failure.ts';
import type { DocumentDoor } from './document-door.ts';

/** A department that has not read of the case yet knows nobody of it. */
const NOT_READ_YET = new Set(['document-not-found', 'proof-refused']);

/** The documents of a case. One that the department has not read of yet is waiting, not an error. */
export async function readDocuments(door: DocumentDoor): Promise<DepartmentDocuments> {
  try {
    return await door.list();
  } catch (error) {
    if (NOT_READ_YET.has(failureOf(error).code)) return { documents: [], readTo: 0 };
    throw error;
  }
}

/** The file, held against the digest in the list. Throws `document-damaged`. */
export async function fetchDocument(door: DocumentDoor, listed: DepartmentDocument): Promise<Blob> {
  const { bytes, mediaType } = await door.read(listed.key);
  const whole = Uint8Array.from(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const text = btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  if (text !== listed.digest) throw new PortalError('document-damaged');
  return new Blob([whole], { type: mediaType });
}
