import type { JsonObject } from '@minglu/protocol';
import { type LineFile, openLineFile } from '../storage/line-file.ts';
import type { ChannelName, Delivery, Message } from './message.ts';

const OPEN = new Set(['queued', 'retrying']);

/**
 * What was to be said, and how far each channel got: an append-only file of messages and of changes of state, without
 * addresses and without words. A message and a channel are one delivery for ever, however often the same step is told.
 */
export class Outbox {
  readonly #file: LineFile;
  readonly #messages = new Map<string, Message>();
  readonly #byCase = new Map<string, string[]>();
  readonly #deliveries = new Map<string, Delivery>();
  /** Those that wait: a city's history is long, and only these are looked at again and again. */
  readonly #open = new Set<string>();
  /** Taken by a gateway that will report. */
  readonly #accepted = new Set<string>();

  private constructor(file: LineFile) {
    this.#file = file;
  }

  static async open(path: string): Promise<Outbox> {
    const { lines, file } = await openLineFile(path);
    const outbox = new Outbox(file);
    for (const line of lines) outbox.#take(line);
    return outbox;
  }

  /** Both on disk when it returns; what is known already is left as it is. */
  async add(message: Message, deliveries: readonly Delivery[]): Promise<void> {
    const lines: JsonObject[] = this.#messages.has(message.id) ? [] : [{ message: { ...message } }];
    for (const delivery of deliveries)
      if (!this.#deliveries.has(keyOf(delivery))) lines.push({ delivery: { ...delivery } });
    await this.#write(lines);
  }

  async set(deliveries: readonly Delivery[]): Promise<void> {
    await this.#write(deliveries.map((delivery) => ({ delivery: { ...delivery } })));
  }

  find(message: string): Message | undefined {
    return this.#messages.get(message);
  }

  findDelivery(message: string, channel: ChannelName): Delivery | undefined {
    return this.#deliveries.get(`${message} ${channel}`);
  }

  /** Oldest first. */
  ofCase(caseId: string): readonly Message[] {
    return (this.#byCase.get(caseId) ?? []).flatMap((id) => this.#messages.get(id) ?? []);
  }

  /** What may be handed over now. */
  due(channel: ChannelName, nowMs: number): readonly Delivery[] {
    return this.#among(this.#open, channel).filter(({ nextAt }) => nextAt <= nowMs);
  }

  /** What a gateway took and may report about. */
  accepted(channel: ChannelName): readonly Delivery[] {
    return this.#among(this.#accepted, channel);
  }

  /** What was being handed over when the process ended. */
  interrupted(): readonly Delivery[] {
    return [...this.#deliveries.values()].filter(({ state }) => state === 'sending');
  }

  #among(keys: ReadonlySet<string>, channel: ChannelName): Delivery[] {
    return [...keys].flatMap((key) => this.#deliveries.get(key) ?? []).filter((one) => one.channel === channel);
  }

  async #write(lines: readonly JsonObject[]): Promise<void> {
    await this.#file.append(lines);
    for (const line of lines) this.#take(line);
  }

  #take({ message, delivery }: JsonObject): void {
    if (message !== undefined) this.#takeMessage(message as unknown as Message);
    if (delivery !== undefined) this.#takeDelivery(delivery as unknown as Delivery);
  }

  #takeMessage(message: Message): void {
    if (this.#messages.has(message.id)) return;
    this.#messages.set(message.id, message);
    this.#byCase.set(message.case, [...(this.#byCase.get(message.case) ?? []), message.id]);
  }

  #takeDelivery(delivery: Delivery): void {
    const key = keyOf(delivery);
    this.#deliveries.set(key, delivery);
    move(this.#open, key, OPEN.has(delivery.state));
    move(this.#accepted, key, delivery.state === 'accepted' && delivery.channel === 'sms');
  }
}

function keyOf({ message, channel }: Delivery): string {
  return `${message} ${channel}`;
}

function move(set: Set<string>, key: string, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}
