import type { JsonObject } from '@minglu/protocol';
import { base64Encode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { DocumentRegister, ListedDocument } from '../documents/document-register.ts';
import type { CaseBook } from '../follow/case-book.ts';
import type { CaseNote } from '../follow/case-event.ts';
import type { CaseCounter } from '../proof/case-counter.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';

const CASE = /^[\w-]{21}[AQgw]$/;
const NO_CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const KEY = /^\d{1,16}-\d{1,4}$/;

export interface DocumentDesk {
  readonly documents: DocumentRegister;
  readonly cases: Pick<CaseBook, 'find' | 'heldBy'>;
  readonly counter: CaseCounter;
  /** DER of the certificate that the seals verify under. */
  readonly certificate: Uint8Array;
  /** Throws unless the body's token is one of this department's officers, whom the chain lets read the case. */
  requireReader(body: JsonObject, caseId: string): Promise<void>;
  /** Entries of the log that were read and acted on. */
  readTo(): number;
  pause(): Promise<void>;
}

/**
 * The counter where documents are fetched: `{"proof"}` by the case's key (purposes `documents.list`, `documents.read`) or
 * `{"token"}` of an officer, with `{"case"}` and `{"key"}`. Nobody else learns even that a case is there.
 */
export function documentRoutesOf(desk: DocumentDesk): Record<string, Handler> {
  return {
    'POST /documents': async ({ proof }) => {
      const { note } = await desk.counter.prove(proof, 'documents.list');
      return await list(desk, note);
    },
    'POST /documents/file': async (body) => {
      const key = textMember(body, 'key', KEY);
      const { note } = await desk.counter.prove(body.proof, 'documents.read');
      return await file(desk, key, note);
    },
    'POST /officer/documents': async (body) => {
      const id = textMember(body, 'case', CASE);
      await desk.requireReader(body, id);
      const note = desk.cases.find(id);
      if (note === undefined) throw new DepartmentError('document-not-found');
      return await list(desk, note);
    },
    'POST /officer/documents/file': async (body) => {
      const key = textMember(body, 'key', KEY);
      // Of no case where there is no such document: refused as another organ's would be.
      await desk.requireReader(body, desk.documents.find(key)?.case ?? NO_CASE);
      return await file(desk, key, undefined);
    },
    'GET /documents/certificate': () => ({ certificate: base64Encode(desk.certificate) }),
  };
}

/** Of the case and of whatever its key asked for afterwards, in the order of the log. */
async function list(desk: DocumentDesk, { holder }: CaseNote): Promise<JsonObject> {
  await desk.pause();
  const documents = desk.cases.heldBy(holder).flatMap(({ id }) => desk.documents.listOf(id));
  const inOrder = documents.toSorted((a, b) => entryOf(a) - entryOf(b));
  return { documents: inOrder.map(shown), readTo: desk.readTo() };
}

function entryOf({ key }: ListedDocument): number {
  return Number(key.split('-')[0]);
}

/** @param note whose key's document it must be; anybody's of the organ for an officer */
async function file(desk: DocumentDesk, key: string, note: CaseNote | undefined): Promise<JsonObject> {
  await desk.pause();
  const document = desk.documents.find(key);
  // One answer for another's document and for none.
  const isTheirs = (one: ListedDocument) => note === undefined || desk.cases.find(one.case)?.holder === note.holder;
  if (document === undefined || !isTheirs(document)) throw new DepartmentError('document-not-found');
  // Whose it is stands in the trail's line, also where an officer asked by the document's key alone.
  return { ...shown(document), case: document.case, bytes: base64Encode(await desk.documents.read(document)) };
}

function shown({ key, kind, title, number, time, mediaType, digest, size }: ListedDocument): JsonObject {
  return { key, kind, title, number, time, mediaType, digest, size };
}
