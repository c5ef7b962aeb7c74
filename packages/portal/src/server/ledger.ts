import type { Client } from '@minglu/sdk';
import { api } from './api.ts';

/** A case as it stands in the state: public. */
export interface CaseRecord {
  readonly service: string;
  readonly organ: string;
  readonly holder: string;
  readonly status: 'granted' | 'pending' | 'refused';
  readonly submittedAt: number;
  readonly promisedAt?: number;
  readonly overdue?: true;
  readonly licence?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** Gone from the state once somebody has decided; the licence then says the same. */
  readonly body?: CaseBody;
}

export interface CaseBody {
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
}

type CaseAnswer = Awaited<ReturnType<typeof api.get<'/api/cases/{id}'>>>;

/** The part of a case that its holder and the organ's officers see. */
export type CaseFile = NonNullable<CaseAnswer['file']>;

export interface FoundCase {
  readonly id: string;
  readonly case: CaseRecord;
  readonly file?: CaseFile | undefined;
}

export type CaseEvent = Awaited<ReturnType<typeof api.get<'/api/cases/{id}/events'>>>['events'][number];
export type PendingCase = Awaited<ReturnType<typeof api.get<'/api/cases'>>>['cases'][number];
export type ListedCheckpoint = Awaited<ReturnType<typeof api.get<'/api/checkpoints'>>>['checkpoints'][number];

export async function fetchCase(id: string, client: Client = api): Promise<FoundCase> {
  const answer = await client.get('/api/cases/{id}', { id });
  return { id, case: answer.case as unknown as CaseRecord, file: answer.file };
}
