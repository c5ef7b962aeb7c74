import { formatStrictJson, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { hasMembers } from '../evidence/json-members.ts';
import { formatStateProof, parseStateProof, type StateProof } from '../evidence/state-proof.ts';
import { isDigest } from '../transaction/identifiers.ts';

const MEMBERS = 'v,type,digest,value,state,block';
const MAX_LENGTH = 262_144;

/** What the state said of a document's digest in one block. Nothing in it is checked yet. */
export interface DocumentProof {
  /** base64url of SHA-256 over the file. */
  readonly digest: string;
  /** The value text as it stands in the state; null when no organ listed the file. */
  readonly value: string | null;
  readonly state: StateProof;
  /** tlog-proof of the block entry whose state root the state proof leads to. */
  readonly block: string;
}

/** Throws `json-*`, `document-proof-*`, `state-proof-*`. */
export function parseDocumentProof(text: string): DocumentProof {
  const json = parseStrictJsonObject(text, MAX_LENGTH);
  if (json.v !== 0 || json.type !== 'minglu-document-proof' || !hasMembers(json, MEMBERS))
    throw new ProtocolError('document-proof-members');
  const { digest, value, block } = json;
  if (typeof digest !== 'string' || !isDigest(digest)) throw wrong('digest');
  if (typeof value !== 'string' && value !== null) throw wrong('value');
  if (typeof block !== 'string') throw wrong('block');
  return { digest, value, state: parseStateProof(json.state), block };
}

export function formatDocumentProof({ digest, value, state, block }: DocumentProof): string {
  return formatStrictJson({
    ...{ v: 0, type: 'minglu-document-proof', digest, value },
    ...{ state: formatStateProof(state), block },
  });
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('document-proof-member', { member });
}
