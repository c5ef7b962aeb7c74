import { getObject, openAttachment } from '@minglu/sdk';
import { holderDoor } from '../documents/open-document-door.ts';
import { fetchDocument, readDocuments } from '../documents/read-documents.ts';
import { ensureProved } from '../footprint/ensure-proved.ts';
import { readFootprint } from '../footprint/read-footprint.ts';
import { type CaseDoor, findCaseDoor } from '../inbox/case-door.ts';
import { api } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import { type CaseEvent, fetchCase } from '../server/ledger.ts';
import type { Session } from '../session/session.ts';
import { listCases, type StoredCase } from '../store/case-store.ts';
import type { CopiedCase, CopiedFile, MissingPart, OwnCopy } from './copy.ts';

/** Everything that the platform and the departments hold about this browser's cases, fetched with their keys and opened here. */
export async function buildCopy(
  session: Session | undefined,
  doing: (done: number, all: number) => void,
): Promise<OwnCopy> {
  const { chain } = await api.get('/api/city', {});
  const stored = await listCases();
  const cases: CopiedCase[] = [];
  for (const one of stored) {
    doing(cases.length, stored.length);
    cases.push(await copyCase(one));
  }
  const { traces, silent } = await readFootprint(session);
  const missing = silent.map((name) => ({ part: `footprint:${name}`, code: 'unreachable' }));
  return { v: 0, type: 'minglu-own-copy', chain, madeAt: Date.now(), cases, footprint: traces, missing };
}

async function copyCase(stored: StoredCase): Promise<CopiedCase> {
  const { id, service, kid, body } = stored;
  const missing: MissingPart[] = [];
  const part = async <T>(name: string, none: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      missing.push({ part: name, code: failureOf(error).code });
      return none;
    }
  };
  await part('key', false, () => ensureProved(kid));
  const found = await part('record', undefined, () => fetchCase(id));
  const events = await part<readonly CaseEvent[]>('events', [], async () => {
    return (await api.get('/api/cases/{id}/events', { id })).events;
  });
  const number = found?.case.licence;
  const licence = await part('licence', undefined, async () =>
    number === undefined ? undefined : (await api.get('/api/licences/{number}', { number })).licence,
  );
  const door = await part('department', undefined, () => findCaseDoor(stored));
  const held = door === undefined ? NOTHING_HELD : await copyHeld(stored, door, part);
  return {
    id,
    service,
    ...(body.tradeName === undefined ? {} : { name: body.tradeName }),
    organName: door?.name ?? found?.case.organ ?? '',
    ...(found === undefined ? {} : { record: found.case }),
    ...(found?.file === undefined ? {} : { file: found.file }),
    events,
    ...(licence === undefined ? {} : { licence }),
    answers: answersOf(stored),
    pages: await part<readonly CopiedFile[]>('pages', [], () => copyPages(stored)),
    ...held,
    missing,
  };
}

type Part = <T>(name: string, none: T, work: () => Promise<T>) => Promise<T>;
type Held = Pick<CopiedCase, 'words' | 'documents' | 'messages' | 'contact' | 'corrections'>;

const NOTHING_HELD: Held = { words: {}, documents: [], messages: [], corrections: [] };

/** What only the department's own process has. */
async function copyHeld(stored: StoredCase, { department, prove }: CaseDoor, part: Part): Promise<Held> {
  const contact = await part('contact', undefined, async () => department.findContact(await prove('contact.read')));
  return {
    words: await part<Readonly<Record<string, string>>>('words', {}, async () =>
      department.words(await prove('words.read')),
    ),
    documents: await part<readonly CopiedFile[]>('documents', [], () => copyDocuments(stored)),
    messages: await part<Held['messages']>('messages', [], async () =>
      department.messages([await prove('messages.read')]),
    ),
    ...(contact === undefined ? {} : { contact }),
    corrections: await part<Held['corrections']>('corrections', [], async () =>
      department.corrections([await prove('corrections.read')]),
    ),
  };
}

async function copyDocuments(stored: StoredCase): Promise<readonly CopiedFile[]> {
  const door = holderDoor(stored);
  const { documents } = await readDocuments(door);
  return await Promise.all(
    documents.map(async (listed) => {
      const { kind, title, number, time, mediaType } = listed;
      const bytes = new Uint8Array(await (await fetchDocument(door, listed)).arrayBuffer());
      return { kind, title, mediaType, base64: base64Of(bytes), number, time };
    }),
  );
}

async function copyPages({ id, attachments = [] }: StoredCase): Promise<readonly CopiedFile[]> {
  return await Promise.all(
    attachments.map(async (attachment) => {
      const { kind, mediaType, digest } = attachment;
      const bytes = await openAttachment(attachment, await getObject(api, digest, { case: id }));
      return { kind, title: kind, mediaType, base64: base64Of(bytes) };
    }),
  );
}

function answersOf({ body, particulars, answers, operator }: StoredCase): Readonly<Record<string, unknown>> {
  return { ...body, ...particulars, ...answers, operator: operator.value };
}

/** In pieces: a call with a megabyte of arguments is more than an engine takes. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
