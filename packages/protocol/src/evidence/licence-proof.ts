import { formatStrictJson, type JsonObject, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { hasMembers } from './json-members.ts';
import { isLicenceNumber } from './licence-record.ts';
import { formatStateProof, parseStateProof, type StateProof } from './state-proof.ts';

const MEMBERS = 'v,type,number,value,state,block';
/** UTF-16 units of the longest proof read here; one as the platform writes it stays under 8 KB. */
export const MAX_LICENCE_PROOF_LENGTH = 262_144;

/** What the state said of a licence number in one block. Nothing in it is checked yet. */
export interface LicenceProof {
  readonly number: string;
  /** The value text as it stands in the state; null when the number stands nowhere. */
  readonly value: string | null;
  readonly state: StateProof;
  /** tlog-proof of the block entry whose state root the state proof leads to. */
  readonly block: string;
  /** Receipt of the transaction that issued the licence. */
  readonly transaction?: string;
}

/** Throws `json-*`, `licence-proof-*`, `state-proof-*`. */
export function parseLicenceProof(text: string): LicenceProof {
  return licenceProofOf(parseStrictJsonObject(text, MAX_LICENCE_PROOF_LENGTH));
}

/** The proof in an object of strict JSON, as a licence file carries it. Throws `licence-proof-*`, `state-proof-*`. */
export function licenceProofOf(json: JsonObject): LicenceProof {
  const known = json.v === 0 && json.type === 'minglu-licence-proof' && hasMembers(json, MEMBERS, 'transaction');
  if (!known) throw new ProtocolError('licence-proof-members');
  const { number, value, block, transaction } = json;
  if (typeof number !== 'string' || !isLicenceNumber(number)) throw wrong('number');
  if (typeof value !== 'string' && value !== null) throw wrong('value');
  if (typeof block !== 'string') throw wrong('block');
  const proof = { number, value, state: parseStateProof(json.state), block };
  if (transaction === undefined) return proof;
  if (typeof transaction !== 'string') throw wrong('transaction');
  return { ...proof, transaction };
}

/** The text of a proof. Throws `json-value` for what is no text. */
export function formatLicenceProof({ number, value, state, block, transaction }: LicenceProof): string {
  const proof = { v: 0, type: 'minglu-licence-proof', number, value, state: formatStateProof(state), block };
  return formatStrictJson(transaction === undefined ? proof : { ...proof, transaction });
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('licence-proof-member', { member });
}
