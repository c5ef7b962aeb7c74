import { base64urlDecode } from '../encoding/base64url.ts';
import { type JsonObject, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { utf8Decode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { MAX_JWS_LENGTH } from '../transaction/compact-jws.ts';
import { isDigest } from '../transaction/identifiers.ts';
import { type BlockEntry, MAX_ENTRY_BYTES, type TransactionEntry } from './entry.ts';
import { parseEvents, parseOutcome } from './outcome.ts';

const TRANSACTION_MEMBERS = 'v,type,height,jws,outcome';
const BLOCK_MEMBERS = 'v,type,height,time,protocol,transactions,events,stateRoot,previous';
const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;

/**
 * Reads a log entry's bytes. Of a transaction's JWS only the form is looked at: `parseTransaction` reads it.
 * Throws `entry-*`, `utf8-malformed`, `json-*`.
 */
export function parseEntry(bytes: Uint8Array): TransactionEntry | BlockEntry {
  if (bytes.length > MAX_ENTRY_BYTES) throw new ProtocolError('entry-too-long', { maxBytes: MAX_ENTRY_BYTES });
  const json = parseStrictJsonObject(utf8Decode(bytes), MAX_ENTRY_BYTES);
  const members = Object.keys(json).join();
  if (json.v === 0 && json.type === 'transaction' && members === TRANSACTION_MEMBERS) return transactionEntry(json);
  if (json.v === 0 && json.type === 'block' && members === BLOCK_MEMBERS) return blockEntry(json);
  throw new ProtocolError('entry-members');
}

function transactionEntry(json: JsonObject): TransactionEntry {
  const { jws } = json;
  if (typeof jws !== 'string' || jws.length > MAX_JWS_LENGTH || !COMPACT_JWS.test(jws)) throw malformed('jws');
  return { type: 'transaction', height: count(json, 'height'), jws, outcome: parseOutcome(json.outcome) };
}

function blockEntry(json: JsonObject): BlockEntry {
  return {
    type: 'block',
    height: count(json, 'height'),
    time: count(json, 'time'),
    protocol: count(json, 'protocol'),
    transactions: count(json, 'transactions'),
    events: parseEvents(json.events),
    stateRoot: digest(json, 'stateRoot'),
    previous: digest(json, 'previous'),
  };
}

function count(json: JsonObject, member: string): number {
  const value = json[member];
  if (typeof value !== 'number' || value < 0) throw malformed(member);
  return value;
}

function digest(json: JsonObject, member: string): Uint8Array {
  const value = json[member];
  if (typeof value !== 'string' || !isDigest(value)) throw malformed(member);
  return base64urlDecode(value);
}

function malformed(member: string): ProtocolError {
  return new ProtocolError('entry-member', { member });
}
