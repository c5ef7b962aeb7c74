import { base64urlEncode } from '../encoding/base64url.ts';
import { formatStrictJson, type JsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { type BlockEntry, MAX_ENTRY_BYTES, type TransactionEntry } from './entry.ts';
import { outcomeJson } from './outcome.ts';

/** Bytes of a transaction's log entry. Throws `json-*` for facts that are not strict JSON, `entry-too-long`. */
export function encodeTransactionEntry({ height, jws, outcome }: Omit<TransactionEntry, 'type'>): Uint8Array {
  return encode({ v: 0, type: 'transaction', height, jws, outcome: outcomeJson(outcome) });
}

/** Bytes of a block's log entry. Throws as `encodeTransactionEntry`, and `entry-member` for roots not of 32 bytes. */
export function encodeBlockEntry(entry: Omit<BlockEntry, 'type'>): Uint8Array {
  const { height, time, protocol, transactions, events, stateRoot, previous } = entry;
  if (stateRoot.length !== 32) throw new ProtocolError('entry-member', { member: 'stateRoot' });
  if (previous.length !== 32) throw new ProtocolError('entry-member', { member: 'previous' });
  return encode({
    v: 0,
    type: 'block',
    height,
    time,
    protocol,
    transactions,
    events,
    stateRoot: base64urlEncode(stateRoot),
    previous: base64urlEncode(previous),
  });
}

function encode(json: JsonObject): Uint8Array {
  const bytes = utf8Encode(formatStrictJson(json));
  if (bytes.length > MAX_ENTRY_BYTES) throw new ProtocolError('entry-too-long', { maxBytes: MAX_ENTRY_BYTES });
  return bytes;
}
