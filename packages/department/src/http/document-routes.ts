import type { JsonObject } from '@minglu/protocol';
import { base64Encode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { DocumentRegister, ListedDocument } from '../documents/document-register.ts';
import type { CaseBook } from '../follow/case-book.ts';
import type { Register } from '../register/register.ts';
import type { HolderProof } from './holder-proof.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';
import type { SessionBook } from './session-book.ts';

const TOKEN = /^[\w-]{43}$/;
const CASE = /^[\w-]{21}[AQgw]$/;
const KEY = /^\d{1,16}-\d{1,4}$/;
const PROOF = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** In the session book the holder of a case's key stands under its thumbprint; no person of the register is named so. */
const HOLDER = 'holder:';

export interface DocumentDesk {
  readonly documents: DocumentRegister;
  readonly cases: Pick<CaseBook, 'find'>;
  readonly people: Register;
  readonly sessions: SessionBook;
  readonly proof: HolderProof;
  /** DER of the certificate that the seals verify under. */
  readonly certificate: Uint8Array;
  /** Entries of the log that were read and acted on. */
  readTo(): number;
  pause(): Promise<void>;
}

/** The counter where documents are fetched: for the holder of the case's key, and for officers. Nobody else learns even that a case is there. */
export function documentRoutesOf(desk: DocumentDesk): Record<string, Handler> {
  return {
    'POST /documents/challenge': () => ({ ...desk.proof.challenge() }),
    'POST /documents/session': (body) => openSession(desk, body),
    'POST /documents/list': (body) => list(desk, body),
    'POST /documents/file': (body) => file(desk, body),
    'GET /documents/certificate': () => ({ certificate: base64Encode(desk.certificate) }),
  };
}

async function openSession(desk: DocumentDesk, body: JsonObject): Promise<JsonObject> {
  const kid = await desk.proof.check(textMember(body, 'proof', PROOF));
  return { ...desk.sessions.start(`${HOLDER}${kid}`) };
}

async function list(desk: DocumentDesk, body: JsonObject): Promise<JsonObject> {
  await desk.pause();
  const id = textMember(body, 'case', CASE);
  mayRead(desk, body, id);
  return { documents: desk.documents.listOf(id).map(shown), readTo: desk.readTo() };
}

async function file(desk: DocumentDesk, body: JsonObject): Promise<JsonObject> {
  await desk.pause();
  const document = desk.documents.find(textMember(body, 'key', KEY));
  // Asked in this order, a stranger gets one answer for another's document and for none.
  mayRead(desk, body, document?.case ?? '');
  if (document === undefined) throw new DepartmentError('document-not-found');
  const bytes = base64Encode(await desk.documents.read(document));
  return { ...shown(document), bytes };
}

function shown({ key, kind, title, number, time, mediaType, digest, size }: ListedDocument): JsonObject {
  return { key, kind, title, number, time, mediaType, digest, size };
}

function mayRead(desk: DocumentDesk, body: JsonObject, caseId: string): void {
  const who = desk.sessions.personOf(textMember(body, 'token', TOKEN));
  const note = desk.cases.find(caseId);
  const isHolder = note !== undefined && who === `${HOLDER}${note.holder}`;
  const isOfficer = note !== undefined && (desk.people.find(who)?.duties.length ?? 0) > 0;
  if (!isHolder && !isOfficer) throw new DepartmentError('document-not-found');
}
