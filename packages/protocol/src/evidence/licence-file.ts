import {
  formatStrictJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseStrictJsonObject,
} from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isSalt } from '../transaction/identifiers.ts';
import { hasMembers } from './json-members.ts';
import { type LicenceProof, licenceProofOf, MAX_LICENCE_PROOF_LENGTH } from './licence-proof.ts';

const MEMBERS = 'v,type,number,disclosures,proof';
const MAX_LENGTH = MAX_LICENCE_PROOF_LENGTH + 4096;
const MAX_VALUE_LENGTH = 200;

/** A value that its holder shows, with the salt that makes it checkable against a commitment in the record. */
export interface Disclosure {
  readonly salt: string;
  readonly value: string;
}

/** What a licence's holder keeps and shows (`*.minglu.json`). Nothing in it is checked yet. */
export interface LicenceFile {
  readonly number: string;
  readonly disclosures: { readonly operator?: Disclosure };
  readonly proof: LicenceProof;
}

/** Throws `json-*`, `licence-file-*`, `licence-proof-*`, `state-proof-*`. */
export function parseLicenceFile(text: string): LicenceFile {
  const json = parseStrictJsonObject(text, MAX_LENGTH);
  const known = json.v === 0 && json.type === 'minglu-licence' && hasMembers(json, MEMBERS);
  if (!known || !isJsonObject(json.proof)) throw new ProtocolError('licence-file-members');
  const proof = licenceProofOf(json.proof);
  if (json.number !== proof.number) throw new ProtocolError('licence-file-number');
  return { number: proof.number, disclosures: parseDisclosures(json.disclosures), proof };
}

/** The text of a licence file around the text of its proof. Throws whatever its reader would. */
export function formatLicenceFile(disclosures: LicenceFile['disclosures'], proofText: string): string {
  const proof: JsonObject = parseStrictJsonObject(proofText, MAX_LICENCE_PROOF_LENGTH);
  const { operator } = disclosures;
  const shown: JsonObject = operator === undefined ? {} : { operator: { salt: operator.salt, value: operator.value } };
  const number = proof.number ?? null;
  const text = formatStrictJson({ v: 0, type: 'minglu-licence', number, disclosures: shown, proof });
  parseLicenceFile(text);
  return text;
}

/** In v0 a holder can disclose the operator's name and nothing else. */
function parseDisclosures(json: JsonValue | undefined): LicenceFile['disclosures'] {
  if (!isJsonObject(json)) throw new ProtocolError('licence-file-disclosure');
  if (hasMembers(json, '')) return {};
  if (!hasMembers(json, 'operator')) throw new ProtocolError('licence-file-disclosure');
  return { operator: parseDisclosure(json.operator) };
}

function parseDisclosure(json: JsonValue | undefined): Disclosure {
  if (!isJsonObject(json) || !hasMembers(json, 'salt,value')) throw new ProtocolError('licence-file-disclosure');
  const { salt, value } = json;
  const readable = typeof salt === 'string' && isSalt(salt) && typeof value === 'string';
  if (!readable || value.length === 0 || value.length > MAX_VALUE_LENGTH) {
    throw new ProtocolError('licence-file-disclosure');
  }
  return { salt, value };
}
