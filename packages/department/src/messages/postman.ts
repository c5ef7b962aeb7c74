import { hexEncode, sha256, utf8Encode } from '@minglu/protocol';
import type { Channel, HandedOver } from './channel.ts';
import type { Contact } from './contact.ts';
import type { ContactBook } from './contact-book.ts';
import { CHANNELS, type ChannelName, type Delivery, type Message } from './message.ts';
import { type Sender, textsOf } from './message-texts.ts';
import type { Outbox } from './outbox.ts';

export interface PostmanOptions {
  readonly chain: string;
  readonly sender: Sender;
  readonly outbox: Outbox;
  readonly contacts: ContactBook;
  /** Channels this department has; a message for another is `not-sent`. */
  readonly channels: Readonly<Partial<Record<ChannelName, Channel>>>;
  clock(): number;
}

/** After the first failure, the second …; after the last the message is undeliverable, about seven hours on. */
const PAUSES_MS = [10_000, 60_000, 300_000, 1_800_000, 7_200_000, 14_400_000];
/** A gateway that has said nothing for two days will not. */
const REPORT_PATIENCE_MS = 2 * 86_400_000;

/**
 * Hands messages over. `sending` is on disk before the first byte leaves, so that after a crash it is known which
 * deliveries may have happened: those of a channel that takes an id twice for once go again, all others stay `uncertain`.
 */
export class Postman {
  readonly #options: PostmanOptions;

  constructor(options: PostmanOptions) {
    this.#options = options;
  }

  /** Once, before the first round: what a process that died was in the middle of. */
  async recover(): Promise<void> {
    const { outbox, clock } = this.#options;
    const found = outbox.interrupted().map((delivery) => {
      const again = this.#options.channels[delivery.channel]?.isIdempotent === true;
      const at = clock();
      if (again) return { ...delivery, state: 'retrying' as const, at, nextAt: at, code: 'interrupted' };
      return { ...delivery, state: 'uncertain' as const, at, code: 'interrupted' };
    });
    await outbox.set(found);
  }

  /** One round: everything that is due on each channel, the channels beside each other. */
  async run(): Promise<void> {
    await Promise.all(CHANNELS.map((name) => this.#runChannel(name)));
  }

  async #runChannel(name: ChannelName): Promise<void> {
    const channel = this.#options.channels[name];
    const { outbox, clock } = this.#options;
    const due = outbox.due(name, clock());
    if (channel === undefined) {
      for (const delivery of due) await this.#set(delivery, { state: 'not-sent' });
      return;
    }
    for (const delivery of due) await this.#deliver(delivery, channel);
    for (const delivery of outbox.accepted(name)) await this.#askFor(delivery, channel);
  }

  async #deliver(delivery: Delivery, channel: Channel): Promise<void> {
    const { outbox, contacts, clock } = this.#options;
    const message = outbox.find(delivery.message);
    if (message === undefined) return;
    const contact = await contacts.find(message.case);
    const to = addressIn(contact, delivery.channel);
    // Taken back since: whoever deletes an address is not written to any more.
    if (contact === undefined || to === undefined) return await this.#set(delivery, { state: 'no-address' });
    const attempts = delivery.attempts + 1;
    await this.#set(delivery, { state: 'sending', attempts });
    const texts = textsOf(message, contact.language, this.#options.sender);
    const text = delivery.channel === 'sms' ? texts.sms : texts.email;
    const ended = await channel.send({ id: this.#idOf(message, delivery.channel), to, subject: texts.subject, text });
    await this.#set({ ...delivery, attempts }, afterwards(ended, attempts, { channel, nowMs: clock() }));
  }

  async #askFor(delivery: Delivery, channel: Channel): Promise<void> {
    const { outbox, clock } = this.#options;
    const message = outbox.find(delivery.message);
    if (message === undefined || clock() - delivery.at > REPORT_PATIENCE_MS) return;
    const known = await channel.report?.(this.#idOf(message, delivery.channel));
    if (known === undefined) return;
    if (known.result === 'delivered') await this.#set(delivery, { state: 'delivered' });
    if (known.result === 'permanent') await this.#set(delivery, { state: 'undeliverable', code: known.code });
  }

  async #set(delivery: Delivery, change: Partial<Delivery>): Promise<void> {
    const { code: _, ...rest } = delivery;
    await this.#options.outbox.set([{ ...rest, at: this.#options.clock(), ...change }]);
  }

  /** Opaque and always the same: a mail server's log tells nobody which case it was about. */
  #idOf(message: Message, channel: ChannelName): string {
    const { chain, sender } = this.#options;
    return hexEncode(sha256(utf8Encode(`${chain}\n${sender.organisation}\n${message.id}\n${channel}`))).slice(0, 40);
  }
}

export function addressIn(contact: Contact | undefined, channel: ChannelName): string | undefined {
  return channel === 'sms' ? contact?.phone : contact?.email;
}

function afterwards(
  ended: HandedOver,
  attempts: number,
  { channel, nowMs }: { readonly channel: Channel; readonly nowMs: number },
): Partial<Delivery> {
  if (ended.code === undefined) return { state: ended.result };
  const { code } = ended;
  if (ended.result === 'permanent') return { state: 'undeliverable', code };
  if (ended.result === 'unknown' && !channel.isIdempotent) return { state: 'uncertain', code };
  const pauseMs = PAUSES_MS[attempts - 1];
  if (pauseMs === undefined) return { state: 'undeliverable', code };
  return { state: 'retrying', code, nextAt: nowMs + pauseMs };
}
