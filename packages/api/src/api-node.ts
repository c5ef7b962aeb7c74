import type { JsonObject, LedgerEvent, Outcome, Sidecar } from '@minglu/protocol';

/** What a submission is answered with once it is durable. */
export interface SubmitResult extends RecordedTransaction {
  readonly id: string;
  readonly receipt: string;
}

/** Where a transaction stands. */
export interface RecordedTransaction {
  readonly height: number;
  readonly index: number;
  readonly outcome: Outcome;
}

/** A value or absence under the state root of the block at `height`. */
export interface StateRead {
  readonly value: string | undefined;
  readonly proof: JsonObject;
  readonly height: number;
}

/** One committed block as a follower gets it, in order. */
export interface FollowedBlock {
  readonly height: number;
  readonly time: number;
  readonly firstIndex: number;
  readonly transactions: readonly { readonly jws: string; readonly outcome: Outcome }[];
  readonly events: readonly LedgerEvent[];
}

export interface LedgerNode {
  submit(jws: string, sidecarText?: string): Promise<SubmitResult>;
  find(id: string): Promise<RecordedTransaction | undefined> | RecordedTransaction | undefined;
  receipt(index: number): Promise<string>;
  read(key: string): StateRead;
  licenceProof(number: string): Promise<string>;
  blockProof(height: number): Promise<string>;
  consistency(from: number, to: number): Promise<readonly Uint8Array[]>;
  checkpoint(): string;
  tile(path: string): Promise<Uint8Array | undefined>;
  sidecar(id: string): Promise<Sidecar | undefined>;
  trace(id: string): Promise<string | undefined>;
  follow(fromHeight: number, onBlock: (block: FollowedBlock) => void | Promise<void>): () => void;
  status(): NodeStatus;
}

export interface NodeStatus {
  readonly height: number;
  readonly size: number;
  readonly halted?: { readonly code: string };
  readonly witnesses: readonly {
    readonly name: string;
    readonly vkey: string;
    readonly url: string;
    readonly lastCosignedSize: number;
    readonly lastCosignedTime: number;
    readonly state: string;
  }[];
}
