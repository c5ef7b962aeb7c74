import type { QueryName } from '../queries/query-catalogue.ts';

/** One block as it is posted: texts only, because copying one long string costs far less than copying many objects. */
export interface BlockMessage {
  readonly kind: 'block';
  readonly height: number;
  readonly time: number;
  /** Log index of the block's first entry. */
  readonly firstIndex: number;
  /** The compact JWS of each transaction, parted by line feeds. */
  readonly transactions: string;
  /** JSON of each transaction's events (`[]` for a refusal), parted by line feeds. */
  readonly events: string;
  /** JSON of the block's own events. */
  readonly blockEvents: string;
}

export type ToWorker =
  | BlockMessage
  | { readonly kind: 'query'; readonly id: number; readonly name: QueryName; readonly input: unknown }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'ready'; readonly height: number; readonly dropped: string | undefined }
  | { readonly kind: 'position'; readonly height: number; readonly records: number; readonly busyMs: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'closed' };

export interface WorkerStart {
  readonly directory: string;
  readonly chain: string;
}
