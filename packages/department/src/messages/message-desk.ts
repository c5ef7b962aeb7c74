import type { CaseEvent, CaseListener } from '../follow/case-event.ts';
import type { Contact } from './contact.ts';
import type { ContactBook } from './contact-book.ts';
import { CHANNELS, type ChannelName, type Delivery, type DeliveryState, type Message } from './message.ts';
import { endsReminders, messagesOfEvent } from './message-of-event.ts';
import type { Outbox } from './outbox.ts';
import { addressIn } from './postman.ts';

export interface MessageDeskOptions {
  readonly outbox: Outbox;
  readonly contacts: ContactBook;
  /** Channels this department can send on. */
  readonly channels: readonly ChannelName[];
  clock(): number;
}

/** An address that comes within a day still gets what was said before it: the first message is often quicker than the form. */
const LATE_ADDRESS_MS = 86_400_000;

/** Turns steps of the log into messages, and keeps addresses. */
export class MessageDesk implements CaseListener {
  readonly name = 'messages';
  readonly #options: MessageDeskOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: MessageDeskOptions) {
    this.#options = options;
  }

  onCaseEvent(event: CaseEvent): Promise<void> {
    return this.#inTurn(() => this.#tell(event));
  }

  keepContact(caseId: string, contact: Contact): Promise<void> {
    return this.#inTurn(() => this.#keep(caseId, contact));
  }

  /** An address that comes between the look for one and the message's line would be seen by neither of the two. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** What no step of the log says. */
  tell(message: Message): Promise<void> {
    return this.#inTurn(() => this.#add([message]));
  }

  async #tell(event: CaseEvent): Promise<void> {
    if (endsReminders(event)) await this.#cancelReminders(event);
    await this.#add(messagesOfEvent(event));
  }

  /** All of one case. */
  async #add(messages: readonly Message[]): Promise<void> {
    const { outbox, contacts, clock } = this.#options;
    const [first] = messages;
    if (first === undefined) return;
    const contact = await contacts.find(first.case);
    for (const message of messages) {
      const nextAt = Math.max(clock(), message.time);
      const deliveries = CHANNELS.map((channel) => this.#first(message, { channel, contact, nextAt }));
      await outbox.add(message, deliveries);
    }
  }

  async #keep(caseId: string, contact: Contact): Promise<void> {
    const { outbox, contacts, clock } = this.#options;
    await contacts.put(caseId, contact);
    const nowMs = clock();
    const late = outbox.ofCase(caseId).filter(({ time }) => nowMs - time < LATE_ADDRESS_MS);
    const waiting = late.flatMap((message) =>
      CHANNELS.filter((channel) => outbox.findDelivery(message.id, channel)?.state === 'no-address').map((channel) =>
        this.#first(message, { channel, contact, nextAt: Math.max(nowMs, message.time) }),
      ),
    );
    await outbox.set(waiting.filter(({ state }) => state !== 'no-address'));
  }

  async removeContact(caseId: string): Promise<void> {
    await this.#options.contacts.remove(caseId);
  }

  /** What the holder has been told by now; a reminder shows on its day. Oldest first. */
  messagesOf(caseId: string): readonly { message: Message; deliveries: readonly Delivery[] }[] {
    const { outbox, clock } = this.#options;
    const nowMs = clock();
    return outbox
      .ofCase(caseId)
      .map((message) => ({ message, deliveries: this.#deliveriesOf(message) }))
      .filter(
        ({ message, deliveries }) => message.time <= nowMs && !deliveries.every((one) => one.state === 'cancelled'),
      );
  }

  #deliveriesOf({ id }: Message): readonly Delivery[] {
    return CHANNELS.flatMap((channel) => this.#options.outbox.findDelivery(id, channel) ?? []);
  }

  #first(
    message: Message,
    { channel, contact, nextAt }: { channel: ChannelName; contact: Contact | undefined; nextAt: number },
  ): Delivery {
    const state = this.#stateFor(channel, contact, message);
    return { message: message.id, channel, state, at: this.#options.clock(), attempts: 0, nextAt };
  }

  #stateFor(channel: ChannelName, contact: Contact | undefined, { time }: Message): DeliveryState {
    // A reminder's address is asked for on its day.
    if (time > this.#options.clock()) return 'queued';
    if (addressIn(contact, channel) === undefined) return 'no-address';
    return this.#options.channels.includes(channel) ? 'queued' : 'not-sent';
  }

  async #cancelReminders({ case: { id }, licence, entry }: CaseEvent): Promise<void> {
    const { outbox, clock } = this.#options;
    const reminders = outbox
      .ofCase(id)
      .filter((one) => one.kind === 'cessation-ending' && one.licence === licence && one.time > clock())
      // Told again after a crash, this step must not cancel what a later one made.
      .filter((one) => Number(one.id.split('-')[0]) < entry);
    const open = reminders.flatMap((one) => this.#deliveriesOf(one));
    await outbox.set(open.map((one) => ({ ...one, state: 'cancelled' as const, at: clock() })));
  }
}
