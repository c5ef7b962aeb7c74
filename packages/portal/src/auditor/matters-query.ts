import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';

export type MatterKind = 'finding' | 'hold' | 'emergency';

/** A finding, a hold or an emergency with its record on the ledger. */
export interface Matter {
  /** Of the transaction that recorded a finding; `<kid>/<case>` of an emergency; the case of a hold. */
  readonly id: string;
  readonly organ: string;
  readonly case?: string;
  readonly at: number;
  /** Gone where a hold lapsed. */
  readonly record?: MatterRecord;
  readonly sealed?: { readonly words?: string; readonly answer?: string };
}

/** What the three kinds of record say; see the ledger's own types. */
export interface MatterRecord {
  readonly organ: string;
  readonly org?: string;
  readonly case?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly outcome?: string;
  readonly by?: string;
  readonly at: number;
  readonly until?: number;
  readonly dueAt?: number;
  readonly late?: true;
  readonly liftBy?: string;
  readonly answeredAt?: number;
  readonly judgedAt?: number;
}

export function mattersQuery({ session, client }: Officer, kind: MatterKind, of?: string) {
  return queryOptions({
    queryKey: ['audit-matters', session.token, kind, of ?? ''],
    queryFn: async (): Promise<readonly Matter[]> => {
      const asked = of === undefined ? { kind } : { kind, case: of };
      const { matters } = await client.get('/api/audit/matters', asked);
      return matters as unknown as readonly Matter[];
    },
  });
}
