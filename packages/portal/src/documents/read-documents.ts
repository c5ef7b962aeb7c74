import type { DepartmentDocument } from '@minglu/sdk';
import { departmentAt } from '../server/api.ts';
import { failureOf, PortalError } from '../server/failure.ts';
import type { DocumentDoor } from './document-door.ts';

export interface ReadDocuments {
  readonly documents: readonly DepartmentDocument[];
  /** Entries of the log that the department has acted on. */
  readonly readTo: number;
}

/** The documents of a case. A department that has not read of the case yet has none of it: that is waiting, not an error. */
export async function readDocuments(door: DocumentDoor, id: string): Promise<ReadDocuments> {
  try {
    return await withToken(door, (token) => departmentAt(door.endpoint, 8_000).documents(token, id));
  } catch (error) {
    if (failureOf(error).code === 'document-not-found') return { documents: [], readTo: 0 };
    throw error;
  }
}

/** The file, held against the digest in the list. Throws `document-damaged`. */
export async function fetchDocument(door: DocumentDoor, listed: DepartmentDocument): Promise<Blob> {
  const { bytes, mediaType } = await withToken(door, (token) =>
    departmentAt(door.endpoint).document(token, listed.key),
  );
  const whole = Uint8Array.from(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const text = btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  if (text !== listed.digest) throw new PortalError('document-damaged');
  return new Blob([whole], { type: mediaType });
}

async function withToken<T>(door: DocumentDoor, work: (token: string) => Promise<T>): Promise<T> {
  try {
    return await work(await door.token(false));
  } catch (error) {
    if (failureOf(error).code !== 'session-required') throw error;
    // The department was started anew: it knows nobody until asked again.
    return await work(await door.token(true));
  }
}
