import { join } from 'node:path';
import { ContactBook } from './contact-book.ts';
import { CHANNELS } from './message.ts';
import { MessageDesk } from './message-desk.ts';
import type { Sender, ServiceMessages } from './message-texts.ts';
import type { Channels } from './open-channels.ts';
import { Outbox } from './outbox.ts';
import { Postman } from './postman.ts';

export interface MessagesOptions {
  /** Of the messages alone, in the department's folder. */
  readonly directory: string;
  readonly chain: string;
  readonly organisation: { readonly name: string };
  readonly portalUrl: string;
  readonly channels: Channels;
  readonly services?: ServiceMessages;
  clock(): number;
}

export interface Messages {
  readonly desk: MessageDesk;
  readonly listener: MessageDesk;
  readonly postman: Postman;
  readonly contacts: ContactBook;
  readonly sender: Sender;
}

/** Addresses, outbox and postman of one department; what a crash interrupted is settled before anything is sent. */
export async function openMessages(options: MessagesOptions): Promise<Messages> {
  const { directory, chain, organisation, portalUrl, channels, services = {}, clock } = options;
  const outbox = await Outbox.open(join(directory, 'outbox.jsonl'));
  const contacts = new ContactBook(join(directory, 'contacts'));
  const sender = { organisation: organisation.name, portalUrl, services };
  const names = CHANNELS.filter((name) => channels[name] !== undefined);
  const desk = new MessageDesk({ outbox, contacts, channels: names, clock });
  const postman = new Postman({ chain, sender, outbox, contacts, channels, clock });
  await postman.recover();
  return { desk, listener: desk, postman, contacts, sender };
}
