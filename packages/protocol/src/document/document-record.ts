import { type JsonObject, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isDigest, isShortName } from '../transaction/identifiers.ts';

const MAX_NAME = 200;

/** What the ledger says of a 文书 that an organ listed as its own: nothing of what is in it. */
export interface DocumentRecord {
  readonly org: string;
  /** The organ's name in the ledger when it was listed. */
  readonly organName: string;
  /** base64url of SHA-256 over the certificate that the seal verifies under. */
  readonly certificate: string;
  /** The same of the time-stamp authority that the organ uses, where it uses one. */
  readonly stamp?: string;
  /** When it was listed, milliseconds. */
  readonly since: number;
}

/** The key of a document in the state. @param digest base64url of SHA-256 over the file */
export function documentKey(digest: string): string {
  return `document/${digest}`;
}

/** The record in a value text of the state; members this version does not know are passed over. Throws `json-*`, `document-record-member`. */
export function readDocumentRecord(value: string): DocumentRecord {
  const json = parseStrictJsonObject(value);
  const { since, stamp } = json;
  if (typeof since !== 'number' || since < 0) throw wrong('since');
  return {
    org: text(json, 'org', isShortName),
    organName: text(json, 'organName', (name) => name.length > 0 && name.length <= MAX_NAME),
    certificate: text(json, 'certificate', isDigest),
    ...(stamp === undefined ? {} : { stamp: text(json, 'stamp', isDigest) }),
    since,
  };
}

function text(json: JsonObject, member: string, accepts: (value: string) => boolean): string {
  const value = json[member];
  if (typeof value !== 'string' || !accepts(value)) throw wrong(member);
  return value;
}

function wrong(member: string): ProtocolError {
  return new ProtocolError('document-record-member', { member });
}
