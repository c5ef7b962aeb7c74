import type { Client } from '@minglu/sdk';
import { api } from './api.ts';

/** 撤销登记 as it stands in the state: public. */
export interface AnnulmentRecord {
  readonly licence: string;
  readonly organ: string;
  readonly ground: string;
  readonly status: string;
  readonly asker?: string;
  readonly openedBy?: string;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  readonly months?: number;
  readonly extendedBy?: string;
  readonly announced?: { readonly at: number; readonly until: number; readonly objectedAt?: number };
  readonly stayAsked?: string;
  readonly stayedDays?: number;
  readonly decidedAt?: number;
  /** Blind keys of whoever may not register again for three years. */
  readonly barred?: readonly string[];
}

type Answer = Awaited<ReturnType<typeof api.get<'/api/annulments/{id}'>>>;

export interface FoundAnnulment {
  readonly id: string;
  readonly annulment: AnnulmentRecord;
  readonly events: Answer['events'];
  readonly sealed: Readonly<Record<string, string>> | undefined;
}

export type ListedAnnulment = Awaited<ReturnType<typeof api.get<'/api/annulments'>>>['annulments'][number];

export async function fetchAnnulment(id: string, client: Client = api): Promise<FoundAnnulment> {
  const { annulment, events, sealed } = await client.get('/api/annulments/{id}', { id });
  const envelopes = sealed as Readonly<Record<string, string>> | undefined;
  return { id, annulment: annulment as unknown as AnnulmentRecord, events, sealed: envelopes };
}
