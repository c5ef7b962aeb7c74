import type { MetricsSnapshot, NodeStatus } from '@minglu/node';

export type PlatformRequest =
  | { readonly kind: 'submit'; readonly path: string; readonly inFlight: number }
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
  | { readonly kind: 'status'; readonly status: NodeStatus; readonly metrics: MetricsSnapshot }
  | { readonly kind: 'done' }
  | Submitted;
