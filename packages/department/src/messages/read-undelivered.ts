import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Delivery, Message } from './message.ts';

/** What did not get through, or nobody knows whether it did. */
const FAILED = new Set(['undeliverable', 'uncertain']);
/** What has waited for longer than this is worth a look: the next try may be hours away. */
const LATE_MS = 3_600_000;

export interface Undelivered {
  readonly delivery: Delivery;
  readonly message: Message;
  /** `retrying` for over an hour, and not given up yet. */
  readonly isLate: boolean;
}

/**
 * Deliveries of a department's folder that somebody must look after, oldest first: read from the outbox as it stands, so
 * the department may be running or not. There are no addresses and no words in it. Throws `store-damaged`.
 */
export async function readUndelivered(directory: string, nowMs: number): Promise<readonly Undelivered[]> {
  const messages = new Map<string, Message>();
  const deliveries = new Map<string, Delivery>();
  for (const line of await linesOf(join(directory, 'messages', 'outbox.jsonl'))) {
    const message = line.message as unknown as Message | undefined;
    const delivery = line.delivery as unknown as Delivery | undefined;
    if (message !== undefined && !messages.has(message.id)) messages.set(message.id, message);
    if (delivery !== undefined) deliveries.set(`${delivery.message} ${delivery.channel}`, delivery);
  }
  return [...deliveries.values()].flatMap((delivery) => {
    const message = messages.get(delivery.message);
    const isLate = delivery.state === 'retrying' && nowMs - (message?.time ?? nowMs) > LATE_MS;
    return message !== undefined && (isLate || FAILED.has(delivery.state)) ? { delivery, message, isLate } : [];
  });
}

async function linesOf(path: string) {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  // The last line may be in the middle of being written.
  return text.split('\n').slice(0, -1).map(parse);
}

function parse(line: string, at: number) {
  try {
    return parseStrictJsonObject(line);
  } catch {
    throw new DepartmentError('store-damaged', { file: 'outbox.jsonl', line: at + 1 });
  }
}
