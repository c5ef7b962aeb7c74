import type { JsonObject } from '@minglu/protocol';
import { textMember } from '../http/read-body.ts';
import type { Handler } from '../http/serve.ts';
import { type CaseCounter, contentOf } from '../proof/case-counter.ts';
import { parseContact } from './contact.ts';
import type { ContactBook } from './contact-book.ts';
import type { Delivery, Message } from './message.ts';
import type { MessageDesk } from './message-desk.ts';
import { type Sender, textsOf } from './message-texts.ts';

/** A browser that holds more cases asks more than once. */
const PROOFS_LIMIT = 50;
const TRANSACTION_ID = /^[\w-]{21}[AQgw]$/;

export interface MessageCounter {
  readonly counter: CaseCounter;
  readonly desk: MessageDesk;
  readonly contacts: ContactBook;
  readonly sender: Sender;
  /** Throws unless the body's token is one of this department's officers, whom the chain lets read the case. */
  requireReader(body: JsonObject, caseId: string): Promise<void>;
}

/**
 * `POST /contact`, `/contact/read`, `/contact/delete` `{"proof"}` with the case's key; `POST /messages` `{"proofs":[…]}` →
 * `{"messages":[…]}`, where a case that does not prove is left out; `POST /officer/messages` `{"token","case"}`.
 */
export function messageRoutes(here: MessageCounter): Record<string, Handler> {
  return {
    'POST /contact': async ({ proof }) => {
      const proven = await here.counter.prove(proof, 'contact.put');
      await here.desk.keepContact(proven.note.id, parseContact(contentOf(proven), proven.proof.at));
      return { kept: true };
    },
    'POST /contact/read': async ({ proof }) => {
      const { note } = await here.counter.prove(proof, 'contact.read');
      const contact = await here.contacts.find(note.id);
      return contact === undefined ? {} : { contact: { ...contact } };
    },
    'POST /contact/delete': async ({ proof }) => {
      const { note } = await here.counter.prove(proof, 'contact.delete');
      await here.desk.removeContact(note.id);
      return { deleted: true };
    },
    'POST /messages': async ({ proofs }) => {
      const proven = await here.counter.proveEach(proofs, 'messages.read', PROOFS_LIMIT);
      const ids = [...new Set(proven.map(({ note }) => note.id))];
      return { messages: ids.flatMap((id) => here.desk.messagesOf(id).map(shown)) };
    },
    'POST /officer/messages': async (body) => {
      const id = textMember(body, 'case', TRANSACTION_ID);
      await here.requireReader(body, id);
      const language = (await here.contacts.find(id))?.language ?? 'zh-CN';
      const words = (message: Message) => textsOf(message, language, here.sender);
      return { messages: here.desk.messagesOf(id).map((one) => ({ ...shown(one), ...withWords(words(one.message)) })) };
    },
  };
}

function shown({ message, deliveries }: { message: Message; deliveries: readonly Delivery[] }): JsonObject {
  const { id, kind, case: caseId, time, facts } = message;
  const states = deliveries.map(({ channel, state, at, code }) => ({
    channel,
    state,
    at,
    ...(code === undefined ? {} : { code }),
  }));
  return { id, kind, case: caseId, time, facts: { ...facts }, deliveries: states };
}

function withWords({ email, sms }: { email: string; sms: string }): JsonObject {
  return { words: { email, sms } };
}
