import type { Recomputed } from '@minglu/node';
import { base64urlEncode, parseCheckpoint, parseEntry, parseTlogProof } from '@minglu/protocol';
import type { Logger } from 'pino';
import type { LedgerNode } from '../api-node.ts';
import type { ReadModel } from '../followers/read-model.ts';
import { drawCases } from './draw-cases.ts';

/** Samples that are remembered; what an auditor keeps is in the browser. */
const MOST_SAMPLES = 16;

/** An entry of the log that made or decided a case. */
interface SampledEntry {
  readonly index: number;
  /** tlog-proof of the entry under a checkpoint of the log: signature and place are for the reader to check. */
  readonly receipt: string;
}

interface SampledCase {
  readonly case: string;
  readonly entries: readonly SampledEntry[];
}

export interface Sample {
  readonly id: string;
  /** The checkpoint whose root drew the cases: base64url. */
  readonly size: number;
  readonly root: string;
  /** Decided cases that were drawn from. */
  readonly population: number;
  readonly cases: readonly SampledCase[];
  /** Entries decided again so far, and how many there are to be. */
  done: number;
  readonly of: number;
  state: 'running' | 'done' | 'failed';
  result: Recomputed | undefined;
}

export interface SamplerOptions {
  readonly node: LedgerNode;
  readonly readModel: ReadModel;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Logger;
}

/** Draws decided cases by a checkpoint's root and decides the ledger again up to them; one at a time. */
export class Sampler {
  readonly #options: SamplerOptions;
  readonly #samples = new Map<string, Sample>();
  #running: Promise<void> = Promise.resolve();

  constructor(options: SamplerOptions) {
    this.#options = options;
  }

  find(id: string): Sample | undefined {
    return this.#samples.get(id);
  }

  async begin(count: number): Promise<Sample> {
    const { node, readModel, random } = this.#options;
    const { size, root } = parseCheckpoint(node.checkpoint());
    const decided = await readModel.query('listDecidedCases', { size }, node.status().height);
    const drawn = drawCases(root, decided, count);
    const cases = await Promise.all(drawn.map((id) => sampledCase(this.#options, id, size)));
    const last = Math.max(-1, ...cases.flatMap(({ entries }) => entries.map(({ index }) => index)));
    const sample: Sample = {
      ...{ id: base64urlEncode(random(16)), size, root: base64urlEncode(root) },
      ...{ population: decided.length, cases, done: 0, of: last + 1 },
      ...{ state: last < 0 ? 'done' : 'running', result: undefined },
    };
    this.#keep(sample);
    if (last >= 0) this.#running = this.#running.then(() => decideAgain(this.#options, sample, last));
    return sample;
  }

  #keep(sample: Sample): void {
    this.#samples.set(sample.id, sample);
    for (const old of this.#samples.keys()) {
      if (this.#samples.size <= MOST_SAMPLES) break;
      this.#samples.delete(old);
    }
  }
}

const decideAgain = async ({ node, log }: SamplerOptions, sample: Sample, last: number): Promise<void> => {
  try {
    sample.result = await node.recompute({
      last,
      onBlock: (size) => {
        sample.done = Math.min(size, sample.of);
      },
    });
    sample.state = 'done';
  } catch (error) {
    sample.state = 'failed';
    const { code = 'internal' } = error as { code?: string };
    log.error({ event: 'audit-sample-failed', code });
  }
};

/** Its transactions among the first `size` entries; what fell due by itself stands in no transaction. */
const sampledCase = async ({ node, readModel }: SamplerOptions, id: string, size: number): Promise<SampledCase> => {
  const rows = await readModel.query('listCaseEvents', { caseId: id });
  const indexes = [...new Set(rows.map(({ entry }) => entry))].filter((index) => index < size);
  const entries: SampledEntry[] = [];
  for (const index of indexes) {
    const receipt = await node.receipt(index);
    const { extra } = parseTlogProof(receipt);
    if (extra !== undefined && parseEntry(extra).type === 'transaction') entries.push({ index, receipt });
  }
  return { case: id, entries };
};
