import type { BlockTransaction } from '@minglu/ledger';
import { NodeError, type SequencerTools, type SubmittedTransaction } from '@minglu/node';

/** What a transaction itself is turned away for. Every node finds the same; any other failure is this node's own. */
const ABOUT_IT: ReadonlySet<string> = new Set([
  'transaction-malformed',
  'signature-invalid',
  'attestation-signature-invalid',
  'key-unknown',
]);
const MAX_KNOWN = 20_000;
const RETRY_MS = 5;

/**
 * Transactions whose signatures were found good, so that a block checks only what this node has not seen. Good stays good: a key never
 * changes and never leaves the state. What was not good is asked about again: its key may have been registered since.
 */
export class KnownTransactions {
  readonly #authenticate: SequencerTools['authenticate'];
  readonly #known = new Map<string, BlockTransaction>();

  constructor(authenticate: SequencerTools['authenticate']) {
    this.#authenticate = authenticate;
  }

  learn(transaction: BlockTransaction): void {
    this.#known.set(keyOf(transaction.transaction.jws, transaction.sidecar?.text), transaction);
    const oldest = this.#known.size > MAX_KNOWN ? this.#known.keys().next().value : undefined;
    if (oldest !== undefined) this.#known.delete(oldest);
  }

  forget({ transaction, sidecar }: BlockTransaction): void {
    this.#known.delete(keyOf(transaction.jws, sidecar?.text));
  }

  /** undefined when it is not authentic. Rejects with what `authenticate` says when this node cannot tell, `overloaded` among it. */
  async find({ jws, sidecar }: SubmittedTransaction): Promise<BlockTransaction | undefined> {
    const known = this.#known.get(keyOf(jws, sidecar));
    if (known !== undefined) return known;
    try {
      const found = await this.#authenticate(jws, sidecar);
      this.learn(found);
      return found;
    } catch (error) {
      if (error instanceof NodeError && ABOUT_IT.has(error.code)) return undefined;
      throw error;
    }
  }

  /** The same for a block, which has no door to turn it away at: it waits until somebody has time for it. */
  async findPatiently(submitted: SubmittedTransaction): Promise<BlockTransaction | undefined> {
    for (;;) {
      try {
        return await this.find(submitted);
      } catch (error) {
        if (!(error instanceof NodeError) || error.code !== 'overloaded') throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}

function keyOf(jws: string, sidecar: string | undefined): string {
  return `${jws}\n${sidecar ?? ''}`;
}
