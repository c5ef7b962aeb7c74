import { base64urlDecode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { leafHashOfText } from '../log/merkle-hash.ts';
import { verifyInclusion } from '../log/verify-inclusion.ts';
import { type Attestation, MAX_BATCH_SIZE } from './attestation.ts';
import { parseBatch, type ReadBatch } from './attestation-batch.ts';
import { parseStatement } from './attestation-statement.ts';
import { isDigest } from './identifiers.ts';

/**
 * Reads an attestation and checks that its statement stands in the signed batch. Whether the batch's signature is
 * the department's, and whether that key may attest, is the caller's to check.
 * Throws `attestation-*`, `jws-*`, `json-*`, `signature-high-s`.
 */
export function parseAttestation(
  json: JsonValue,
  hash: HashFunction = sha256,
  readBatch: ReadBatch = parseBatch,
): Attestation {
  if (!isJsonObject(json) || Object.keys(json).join() !== 'statement,index,size,path,batch') {
    throw new ProtocolError('attestation-members');
  }
  const statementText = text(json, 'statement');
  const batch = text(json, 'batch');
  const size = count(json, 'size', 1, MAX_BATCH_SIZE);
  const index = count(json, 'index', 0, size - 1);
  const path = pathOf(json);
  const statement = parseStatement(statementText);
  const signed = readBatch(batch);
  if (signed.size !== size || signed.chain !== statement.chain) throw new ProtocolError('attestation-batch');
  const leaf = leafHashOfText(statementText, hash);
  if (!verifyInclusion({ leaf, index, size, path, root: signed.root }, hash)) {
    throw new ProtocolError('attestation-path');
  }
  return {
    statement,
    statementText,
    index,
    size,
    path,
    batch,
    batchSuite: signed.suite,
    batchKid: signed.kid,
    batchSigningInput: signed.signingInput,
    batchSignature: signed.signature,
    root: signed.root,
  };
}

function text(json: JsonObject, member: string): string {
  const value = json[member];
  if (typeof value !== 'string') throw new ProtocolError('attestation-member', { member });
  return value;
}

function count(json: JsonObject, member: string, least: number, most: number): number {
  const value = json[member];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new ProtocolError('attestation-member', { member });
  }
  return value;
}

function pathOf({ path }: JsonObject): readonly Uint8Array[] {
  if (!Array.isArray(path)) throw new ProtocolError('attestation-member', { member: 'path' });
  return (path as readonly JsonValue[]).map((sibling) => {
    if (typeof sibling !== 'string' || !isDigest(sibling)) {
      throw new ProtocolError('attestation-member', { member: 'path' });
    }
    return base64urlDecode(sibling);
  });
}
