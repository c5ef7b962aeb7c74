import type { CaseMessage } from '@minglu/sdk';
import { listOwnAnnulments, type OwnAnnulment } from '../citizen/annulment/own-annulments.ts';
import { listCases, type StoredCase } from '../store/case-store.ts';
import { type CaseDoor, findCaseDoor } from './case-door.ts';
import { giveWaitingContacts } from './give-contact.ts';

export interface InboxMessage extends CaseMessage {
  /** Unlike its `id` unique over departments. */
  readonly key: string;
  /** Name of the department that wrote it. */
  readonly from: string;
  readonly stored: StoredCase;
}

export interface Inbox {
  /** Newest first. */
  readonly messages: readonly InboxMessage[];
  /** Names of departments that did not answer: what they wrote is there, only not here yet. */
  readonly silent: readonly string[];
}

/** A department takes so many proofs at once. */
const AT_ONCE = 50;

/** Asks each department that decides one of this browser's cases, with a proof by each case's key. */
export async function readInbox(): Promise<Inbox> {
  await giveWaitingContacts();
  const doors = new Map<string, { door: CaseDoor; cases: StoredCase[]; proofs: string[] }>();
  for (const stored of [...(await listCases()), ...listOwnAnnulments().map(correspondence)]) {
    const door = await findCaseDoor(stored);
    if (door === undefined) continue;
    const entry = doors.get(door.organ) ?? { door, cases: [], proofs: [] };
    entry.cases.push(stored);
    entry.proofs.push(await door.prove('messages.read'));
    doors.set(door.organ, entry);
  }
  const answers = await Promise.all([...doors.values()].map(askOne));
  return {
    messages: answers.flatMap(({ messages }) => messages).sort((a, b) => b.time - a.time),
    silent: answers.flatMap(({ silent }) => silent ?? []),
  };
}

/** Whoever asked that a registration be annulled has letters too (实施细则 52, 53), under the key he asked with. */
function correspondence({ id, kid, tradeName }: OwnAnnulment): StoredCase {
  const nothing = { service: '', createdAt: 0, operator: { salt: '', value: '' }, transaction: '', sidecar: '' };
  return { id, kid, ...nothing, body: { tradeName, scope: [], region: '' }, annulment: true };
}

async function askOne({ door, cases, proofs }: { door: CaseDoor; cases: StoredCase[]; proofs: string[] }) {
  try {
    const found: CaseMessage[] = [];
    for (let at = 0; at < proofs.length; at += AT_ONCE)
      found.push(...(await door.department.messages(proofs.slice(at, at + AT_ONCE))));
    const messages = found.flatMap((message) => {
      const stored = cases.find(({ id }) => id === message.case);
      const key = `${door.organ} ${message.id}`;
      return stored === undefined ? [] : [{ ...message, key, from: door.name, stored }];
    });
    return { messages };
  } catch {
    return { messages: [], silent: door.name };
  }
}
