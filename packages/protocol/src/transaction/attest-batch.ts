import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { JsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import type { Signer } from '../keys/signer.ts';
import { memoryTree } from '../log/memory-tree.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { type AttestationStatement, MAX_BATCH_SIZE } from './attestation.ts';
import { signBatch } from './attestation-batch.ts';
import { formatStatement } from './attestation-statement.ts';

/**
 * Attests 1 to 64 statements of one chain under a single signature; gives one attestation (JSON form) for each, in
 * their order. Throws `attestation-batch` for another number or a second chain, `attestation-member` for a bad statement.
 */
export async function attestBatch(
  statements: readonly AttestationStatement[],
  signer: Signer,
  hash: HashFunction = sha256,
): Promise<JsonObject[]> {
  const [first] = statements;
  const size = statements.length;
  if (first === undefined || size > MAX_BATCH_SIZE) throw new ProtocolError('attestation-batch');
  if (statements.some(({ chain }) => chain !== first.chain)) throw new ProtocolError('attestation-batch');
  const texts = statements.map(formatStatement);
  const tree = memoryTree(hash);
  for (const text of texts) tree.append(leafHash(utf8Encode(text), hash));
  const { root, inclusionPath } = tree.at();
  const batch = await signBatch({ chain: first.chain, root, size }, signer);
  return texts.map((statement, index) => ({
    statement,
    index,
    size,
    path: inclusionPath(index).map((sibling) => base64urlEncode(sibling)),
    batch,
  }));
}
