import {
  applyBlock,
  type Block,
  type Genesis,
  MemoryState,
  type Runtime,
  recordKey,
  type StateReader,
} from '@minglu/ledger';
import {
  checkTransactionSignature,
  isJsonObject,
  parsePublicJwk,
  parseSidecar,
  parseStrictJsonObject,
  parseTransaction,
  type Transaction,
} from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import { checkSignatureNative } from '../crypto/native-signature.ts';
import { NodeError } from '../node-error.ts';
import type { SubmittedTransaction } from '../node-options.ts';

/** Block 0 of the transactions a chain is founded with. */
export function genesisBlock(genesis: Genesis, submitted: readonly SubmittedTransaction[]): Block {
  const transactions = submitted.map(({ jws, sidecar }) => ({
    transaction: parseTransaction(jws, nativeHash),
    sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar, nativeHash),
  }));
  return { height: 0, time: genesis.time, transactions };
}

/**
 * A founding that is refused in part would be a chain nobody meant: every transaction must be accepted and signed by a
 * key of its founder or one that the founding itself registers. Tried in memory, before anything is written.
 */
export function checkGenesis(block: Block, runtime: Runtime): void {
  const state = new MemoryState();
  const { outcomes, changes } = applyBlock(state, block, runtime);
  state.commit(changes);
  for (const [at, { transaction }] of block.transactions.entries()) {
    const outcome = outcomes[at];
    if (outcome === undefined || 'refused' in outcome) throw refused(at, outcome?.refused ?? 'no-outcome');
    if (!isSigned(transaction, state)) throw refused(at, 'signature-invalid');
  }
}

/** A directory of another chain, or of another founder, is not this one's. */
export function checkFounding(state: StateReader, genesis: Genesis): void {
  const text = state.get(recordKey('chain', ''));
  const record = text === undefined ? {} : parseStrictJsonObject(text);
  const founder = parsePublicJwk(genesis.founder, nativeHash).kid;
  if (record.name === genesis.chain && record.founder === founder) return;
  throw new NodeError('genesis-differs', { remedy: 'open this directory with the genesis it was founded with' });
}

function isSigned(transaction: Transaction, state: StateReader): boolean {
  const text = state.get(recordKey('key', transaction.kid));
  const { jwk } = text === undefined ? {} : parseStrictJsonObject(text);
  const key = transaction.caseKey ?? (isJsonObject(jwk) ? parsePublicJwk(jwk, nativeHash) : undefined);
  return key !== undefined && checkTransactionSignature(transaction, key, checkSignatureNative) === true;
}

function refused(at: number, code: string): NodeError {
  return new NodeError('genesis-refused', { transaction: at, code });
}
