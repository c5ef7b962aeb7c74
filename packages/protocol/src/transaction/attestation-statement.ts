import { formatStrictJson, isJsonObject, type JsonObject, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import type { AttestationStatement, AttestedFact } from './attestation.ts';
import { isChainName, isDigest, isRandom128, isShortName } from './identifiers.ts';

const MEMBERS = 'chain,issuer,case,holder,service,facts,issuedAt,expiresAt,nonce';

/** Reads the strict JSON of a statement. Throws `attestation-members`, `attestation-member`, `json-*`. */
export function parseStatement(text: string): AttestationStatement {
  const value = parseStrictJsonObject(text);
  if (Object.keys(value).join() !== MEMBERS) throw new ProtocolError('attestation-members');
  const issuedAt = instant(value, 'issuedAt');
  const expiresAt = instant(value, 'expiresAt');
  if (expiresAt <= issuedAt) throw malformed('expiresAt');
  return {
    chain: member(value, 'chain', isChainName),
    issuer: member(value, 'issuer', isShortName),
    case: member(value, 'case', isRandom128),
    holder: member(value, 'holder', isDigest),
    service: member(value, 'service', isShortName),
    facts: factsOf(value),
    issuedAt,
    expiresAt,
    nonce: member(value, 'nonce', isRandom128),
  };
}

/** The strict JSON of a statement. Throws whatever its reader would. */
export function formatStatement(statement: AttestationStatement): string {
  const { chain, issuer, holder, service, facts, issuedAt, expiresAt, nonce } = statement;
  const ordered = { chain, issuer, case: statement.case, holder, service, facts, issuedAt, expiresAt, nonce };
  const text = formatStrictJson(ordered);
  parseStatement(text);
  return text;
}

function member(value: JsonObject, name: string, accepts: (text: string) => boolean): string {
  const text = value[name];
  if (typeof text !== 'string' || !accepts(text)) throw malformed(name);
  return text;
}

function instant(value: JsonObject, name: string): number {
  const ms = value[name];
  if (typeof ms !== 'number' || ms < 0) throw malformed(name);
  return ms;
}

function factsOf({ facts }: JsonObject): Readonly<Record<string, AttestedFact>> {
  if (!isJsonObject(facts)) throw malformed('facts');
  for (const [name, fact] of Object.entries(facts)) {
    if (!isShortName(name) || typeof fact === 'object') throw malformed('facts');
  }
  return facts as Readonly<Record<string, AttestedFact>>;
}

function malformed(member: string): ProtocolError {
  return new ProtocolError('attestation-member', { member });
}
