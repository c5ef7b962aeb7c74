import type { LedgerNode } from '../api-node.ts';

export interface WitnessView {
  readonly name: string;
  readonly vkey: string;
  readonly url: string;
  readonly lastCosignedSize: number;
  readonly lastCosignedTime: number;
  readonly state: string;
}

export const readWitnesses = (status: ReturnType<LedgerNode['status']>): WitnessView[] =>
  status.witnesses.map(({ name, vkey, url, lastCosignedSize, lastCosignedTime, state }) => ({
    name,
    vkey,
    url,
    lastCosignedSize,
    lastCosignedTime,
    state,
  }));
