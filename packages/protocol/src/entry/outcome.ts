import { isJsonObject, type JsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isDigest } from '../transaction/identifiers.ts';
import { isRefused, type LedgerEvent, type Outcome } from './entry.ts';

const EVENT_NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;
const REFUSAL_CODE = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** Reads an outcome. Throws `entry-member`. */
export function parseOutcome(json: JsonValue | undefined): Outcome {
  if (!isJsonObject(json)) throw malformed('outcome');
  const { events, trace, refused, facts } = json;
  switch (Object.keys(json).join()) {
    case 'events':
      return { events: parseEvents(events) };
    case 'events,trace':
      if (typeof trace !== 'string' || !isDigest(trace)) throw malformed('trace');
      return { events: parseEvents(events), trace };
    case 'refused,facts':
      if (typeof refused !== 'string' || !REFUSAL_CODE.test(refused)) throw malformed('refused');
      if (!isJsonObject(facts)) throw malformed('facts');
      return { refused, facts };
    default:
      throw malformed('outcome');
  }
}

/** Reads a list of events. Throws `entry-member`. */
export function parseEvents(json: JsonValue | undefined): readonly LedgerEvent[] {
  if (!Array.isArray(json)) throw malformed('events');
  return (json as readonly JsonValue[]).map(parseEvent);
}

/** The outcome's JSON, members in the format's order whatever order the caller built them in. */
export function outcomeJson(outcome: Outcome): JsonObject {
  if (isRefused(outcome)) return { refused: outcome.refused, facts: outcome.facts };
  const { events, trace } = outcome;
  return trace === undefined ? { events } : { events, trace };
}

function parseEvent(json: JsonValue): LedgerEvent {
  if (!Array.isArray(json) || json.length !== 2) throw malformed('events');
  const [name, facts] = json as readonly JsonValue[];
  if (typeof name !== 'string' || !EVENT_NAME.test(name) || !isJsonObject(facts)) throw malformed('events');
  return [name, facts];
}

function malformed(member: string): ProtocolError {
  return new ProtocolError('entry-member', { member });
}
