import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { isJsonObject, type JsonObject, type JsonValue, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { requireLowS, splitCompactJws } from './compact-jws.ts';
import { isChainName, isDeedName, isDigest, isRandom128 } from './identifiers.ts';
import type { Transaction } from './transaction.ts';
import { parseTransactionHeader } from './transaction-header.ts';

const MEMBERS = 'chain,id,deed,notAfter,body';
const MEMBERS_WITH_SIDECAR = `${MEMBERS},sidecar`;

/**
 * The transaction in a compact JWS. Total: any string gives a transaction or a ProtocolError. The signature is
 * neither checked against a key nor trusted; only its form is (64 bytes, low S). `hash` is SHA-256.
 */
export function parseTransaction(jws: string, hash: HashFunction = sha256): Transaction {
  const { header, payload, signingInput, signature } = splitCompactJws(jws, (lent) =>
    parseTransactionHeader(lent, hash),
  );
  const { suite, kid, caseKey } = header;
  requireLowS(suite, signature);
  const statement = parseStrictJsonObject(payload);
  checkMembers(statement);
  return {
    jws,
    signingInput,
    signature,
    suite,
    kid,
    caseKey,
    chain: member(statement, 'chain', isChainName),
    id: member(statement, 'id', isRandom128),
    deed: member(statement, 'deed', isDeedName),
    notAfter: instant(statement.notAfter),
    body: body(statement.body),
    sidecarCommitment: statement.sidecar === undefined ? undefined : member(statement, 'sidecar', isDigest),
  };
}

function checkMembers(statement: JsonObject): void {
  const members = Object.keys(statement).join();
  if (members !== MEMBERS && members !== MEMBERS_WITH_SIDECAR) throw new ProtocolError('transaction-members');
}

function member(statement: JsonObject, name: string, accepts: (text: string) => boolean): string {
  const value = statement[name];
  if (typeof value !== 'string' || !accepts(value)) throw new ProtocolError('transaction-member', { member: name });
  return value;
}

function instant(value: JsonValue | undefined): number {
  if (typeof value !== 'number' || value < 0) throw new ProtocolError('transaction-member', { member: 'notAfter' });
  return value;
}

function body(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new ProtocolError('transaction-member', { member: 'body' });
  return value;
}
