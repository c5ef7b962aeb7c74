import type { JsonObject, Sidecar, Transaction } from '@minglu/protocol';
import type { BlockTransaction } from '../block.ts';
import { CHAIN, idOf, keyOf, kidOf } from './test-chain.ts';

export interface Unsigned {
  readonly by: string;
  readonly deed: string;
  readonly body: JsonObject;
  /** Names the id. */
  readonly word: string;
  readonly notAfter: number;
  readonly caseKey?: boolean;
  readonly sidecar?: Sidecar;
  readonly sidecarCommitment?: string;
}

/** A transaction as the node would have parsed and checked it; signatures are not this package's to look at, and cost time. */
export function unsigned(letter: Unsigned): BlockTransaction {
  const { by, deed, body, word, notAfter, sidecar, sidecarCommitment } = letter;
  const transaction: Transaction = {
    jws: '',
    signingInput: new Uint8Array(),
    signature: new Uint8Array(),
    suite: 'ES256',
    kid: kidOf(by),
    caseKey: letter.caseKey === true ? keyOf(by).publicKey : undefined,
    chain: CHAIN,
    id: idOf(word),
    deed,
    notAfter,
    body,
    sidecarCommitment,
  };
  return { transaction, sidecar };
}
