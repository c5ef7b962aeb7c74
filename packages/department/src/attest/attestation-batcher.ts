import type { AttestationStatement, JsonObject, Signer } from '@minglu/protocol';
import { attestBatch } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** A batch's tree holds at most this many statements (attestation format v0). */
const BATCH_LIMIT = 64;

export interface BatcherOptions {
  readonly signer: Signer;
  /** How long the first statement of a batch may wait for company. */
  readonly windowMs: number;
  /** How many may wait in all; the next one is told BUSY. */
  readonly waitingLimit: number;
}

interface Waiting {
  readonly statement: AttestationStatement;
  resolve(attestation: JsonObject): void;
  reject(error: unknown): void;
}

/** Signs statements together: one signature serves whatever arrived within the window, up to 64. */
export class AttestationBatcher {
  readonly #options: BatcherOptions;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BatcherOptions) {
    this.#options = options;
  }

  attest(statement: AttestationStatement): Promise<JsonObject> {
    if (this.#waiting.length >= this.#options.waitingLimit) {
      return Promise.reject(new DepartmentError('overloaded', { waiting: this.#waiting.length }));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject });
      if (this.#waiting.length >= BATCH_LIMIT) this.#flush();
      else this.#timer ??= setTimeout(() => this.#flush(), this.#options.windowMs);
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting.splice(0, BATCH_LIMIT);
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#flush(), 0);
    if (batch.length > 0) void this.#sign(batch);
  }

  async #sign(batch: readonly Waiting[]): Promise<void> {
    try {
      const statements = batch.map((one) => one.statement);
      const attestations = await attestBatch(statements, this.#options.signer);
      for (const [index, one] of batch.entries()) {
        const attestation = attestations[index];
        if (attestation === undefined) one.reject(new DepartmentError('overloaded'));
        else one.resolve(attestation);
      }
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  }
}
