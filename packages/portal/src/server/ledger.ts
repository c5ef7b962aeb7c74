import type { Client } from '@minglu/sdk';
import { api } from './api.ts';

/** A case as it stands in the state: public. */
export interface CaseRecord {
  readonly service: string;
  readonly organ: string;
  readonly holder: string;
  readonly status: 'granted' | 'pending' | 'refused' | 'returned' | 'withdrawn';
  readonly submittedAt: number;
  readonly promisedAt?: number;
  readonly overdue?: true;
  /** 法定时限: the last millisecond in time; absent where the service has none of its own. */
  readonly dueAt?: number;
  /** 暂定: the calendar of that year is not known yet. */
  readonly isProvisional?: true;
  /** `dueAt` passed before a decision. */
  readonly late?: true;
  readonly clock?: { readonly days: number; readonly extensionDays: number; readonly extendedBy?: string };
  /** Key of the officer who works on it. */
  readonly officer?: string;
  readonly review?: CaseReview;
  readonly previous?: string;
  readonly successor?: string;
  readonly licence?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** Gone from the state once somebody has decided; the licence then says the same. */
  readonly body?: CaseBody;
  readonly matter?: CaseMatter;
}

/** What an application about a licence wants: it ends in no new licence. */
export interface CaseMatter {
  readonly kind: 'change' | 'closing';
  readonly licence: string;
  readonly items?: readonly string[];
  readonly ground?: string;
  readonly afterDays?: number;
}

/** 请人工复核. */
export interface CaseReview {
  readonly at: number;
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  readonly outcome?: 'upheld' | 'changed' | 'decided' | 'withdrawn';
}

export interface CaseBody {
  /** Absent where no name is used. */
  readonly tradeName?: string;
  readonly scope: readonly string[];
  readonly region: string;
  /** Public particulars of the service's own. */
  readonly fields?: Readonly<Record<string, string | number>>;
}

export type CaseAnswer = Awaited<ReturnType<typeof api.get<'/api/cases/{id}'>>>;

/** The part of a case that its holder and the organ's officers see. */
export type CaseFile = NonNullable<CaseAnswer['file']>;

export interface FoundCase {
  readonly id: string;
  readonly case: CaseRecord;
  readonly file?: CaseFile | undefined;
  /** What an officer who may not read the file would need. */
  readonly lacking?: CaseAnswer['lacking'];
}

export type CaseEvent = Awaited<ReturnType<typeof api.get<'/api/cases/{id}/events'>>>['events'][number];
export type DeskAnswer = Awaited<ReturnType<typeof api.get<'/api/cases'>>>;
export type DeskCase = DeskAnswer['cases'][number];
export type ListedCheckpoint = Awaited<ReturnType<typeof api.get<'/api/checkpoints'>>>['checkpoints'][number];

export async function fetchCase(id: string, client: Client = api): Promise<FoundCase> {
  const answer = await client.get('/api/cases/{id}', { id });
  const { file, lacking } = answer;
  return { id, case: answer.case as unknown as CaseRecord, file, lacking };
}
