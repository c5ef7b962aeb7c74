import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isDigest } from '../transaction/identifiers.ts';
import { hasMembers } from './json-members.ts';
import { STATE_DEPTH } from './state-hash.ts';

/**
 * What stands beside the way from the state's root down to `depth`. `siblings[i]` is the other child of the node at
 * depth i; undefined where that side is empty. For an absent key whose place a different single leaf takes, `other`
 * is that leaf.
 */
export interface StateProof {
  readonly depth: number;
  readonly siblings: readonly (Uint8Array | undefined)[];
  readonly other?: { readonly path: Uint8Array; readonly valueHash: Uint8Array };
}

/** The proof of its JSON; one proof has one JSON. Throws `state-proof-members`, `state-proof-member`. */
export function parseStateProof(json: JsonValue | undefined): StateProof {
  if (!isJsonObject(json) || !hasMembers(json, 'depth,siblings', 'other'))
    throw new ProtocolError('state-proof-members');
  const { depth, siblings, other } = json;
  if (typeof depth !== 'number' || depth < 0 || depth > STATE_DEPTH) throw wrong('depth');
  if (!Array.isArray(siblings) || siblings.length !== depth) throw wrong('siblings');
  const proof = { depth, siblings: (siblings as readonly JsonValue[]).map(parseSibling) };
  return other === undefined ? proof : { ...proof, other: parseOther(other) };
}

export function formatStateProof({ depth, siblings, other }: StateProof): JsonObject {
  const proof = { depth, siblings: siblings.map((hash) => (hash === undefined ? '' : base64urlEncode(hash))) };
  if (other === undefined) return proof;
  return { ...proof, other: { path: base64urlEncode(other.path), valueHash: base64urlEncode(other.valueHash) } };
}

function parseSibling(json: JsonValue): Uint8Array | undefined {
  if (json === '') return undefined;
  const hash = parseDigest(json, 'siblings');
  // The empty subtree has its own sign; 32 zero bytes would be a second text for the same proof.
  if (hash.every((byte) => byte === 0)) throw wrong('siblings');
  return hash;
}

function parseOther(json: JsonValue): { path: Uint8Array; valueHash: Uint8Array } {
  if (!isJsonObject(json) || !hasMembers(json, 'path,valueHash')) throw new ProtocolError('state-proof-members');
  return { path: parseDigest(json.path, 'other'), valueHash: parseDigest(json.valueHash, 'other') };
}

function parseDigest(json: JsonValue | undefined, member: string): Uint8Array {
  if (typeof json !== 'string' || !isDigest(json)) throw wrong(member);
  return base64urlDecode(json);
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('state-proof-member', { member });
}
