import type { JsonObject, LedgerEvent } from '@minglu/protocol';
import type { ProjectionBlock } from './apply-records.ts';
import type { ProjectionRecord } from './projection-record.ts';
import type { BlockMessage } from './worker-messages.ts';

/** Opens a posted block. Refused transactions leave no rows. */
export const readBlock = (message: BlockMessage): ProjectionBlock => {
  const { height, time, firstIndex } = message;
  const records: ProjectionRecord[] = [];
  // Due effects run before the block's transactions, and so stand before them here.
  const blockEvents = JSON.parse(message.blockEvents) as LedgerEvent[];
  const transactions = message.transactions === '' ? [] : message.transactions.split('\n');
  if (blockEvents.length > 0) {
    const index = firstIndex + transactions.length;
    records.push({
      height,
      index,
      time,
      id: '',
      deed: undefined,
      body: {},
      header: '',
      events: blockEvents,
      eventsText: message.blockEvents,
    });
  }
  const events = message.events.split('\n');
  for (const [place, jws] of transactions.entries()) {
    const text = events[place] ?? '[]';
    if (text === '[]') continue;
    const { id, deed, body } = readPayload(jws);
    records.push({
      height,
      index: firstIndex + place,
      time,
      id,
      deed,
      body,
      header: jws.slice(0, jws.indexOf('.')),
      events: JSON.parse(text) as LedgerEvent[],
      eventsText: text,
    });
  }
  return { height, records };
};

/** The node has already checked everything about this text; here it is only opened. */
const readPayload = (jws: string): { id: string; deed: string; body: JsonObject } => {
  const start = jws.indexOf('.') + 1;
  const payload = Buffer.from(jws.slice(start, jws.indexOf('.', start)), 'base64url').toString('utf8');
  return JSON.parse(payload) as { id: string; deed: string; body: JsonObject };
};
