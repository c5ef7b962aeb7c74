import type { MetricsSnapshot, NodeStatus } from '@minglu/node';

export type PlatformRequest =
  | {
      readonly kind: 'submit';
      readonly path: string;
      readonly inFlight: number;
      /** So many are read from the file as they are sent; else all of it before the first. */
      readonly streamed?: number;
    }
  | { readonly kind: 'status' }
  | { readonly kind: 'killWitness'; readonly index: number }
  | { readonly kind: 'close' };

export interface Submitted {
  readonly kind: 'submitted';
  readonly perSecond: number;
  readonly seconds: number;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuSeconds: number;
}

export type PlatformAnswer =
  | { readonly kind: 'ready'; readonly url: string; readonly startMs: number }
  | {
      readonly kind: 'status';
      readonly status: NodeStatus;
      readonly metrics: MetricsSnapshot;
      /** Processes that are not the platform's but run below it here. */
      readonly witnessPids: readonly number[];
    }
  | { readonly kind: 'done' }
  | Submitted;
