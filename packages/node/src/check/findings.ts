import { ProtocolError } from '@minglu/protocol';
import { NodeError } from '../node-error.ts';
import { StoreError } from '../store/store-error.ts';

/** What does not hold, and where: enough to find the record by hand. */
export interface Finding {
  /** Relative to the node's directory, or to the log's where it is a C2SP path. */
  readonly file: string;
  readonly code: string;
  /** Of the record in the log. */
  readonly index?: number;
  readonly height?: number;
  /** Line of a text file, from 1. */
  readonly line?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** More would only say the same again. */
const MAX_FINDINGS = 100;

export class Findings {
  readonly list: Finding[] = [];
  count = 0;

  add(finding: Finding): void {
    this.count += 1;
    if (this.list.length < MAX_FINDINGS) this.list.push(finding);
  }

  /** Whatever reading `file` threw. */
  addError(file: string, error: unknown, place: Pick<Finding, 'index' | 'height' | 'line'> = {}): void {
    if (error instanceof StoreError || error instanceof NodeError || error instanceof ProtocolError) {
      const named = error.facts.file;
      this.add({ file: typeof named === 'string' ? named : file, code: error.code, ...place, facts: error.facts });
      return;
    }
    throw error;
  }
}
