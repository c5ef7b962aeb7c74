import { queryOptions } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { PortalError } from '../../server/failure.ts';
import type { CaseRecord } from '../../server/ledger.ts';
import { findCase, type StoredCase } from '../../store/case-store.ts';

/** A licence as its holder's pages need it; the chain decides again whatever they offer. */
export interface HeldLicence {
  readonly number: string;
  readonly stored: StoredCase;
  readonly licence: {
    readonly organ: string;
    readonly service: string;
    readonly status: string;
    readonly tradeName: string;
    readonly scope: readonly string[];
    readonly region: string;
    /** Public fields of the service's own. */
    readonly fields?: Readonly<Record<string, string | number>>;
    readonly since: number;
    readonly until?: number;
    readonly ceasedDays?: number;
    readonly open?: string;
    readonly successorKid?: string;
    /** Investigations about it that are not over. */
    readonly investigations?: number;
    readonly closing?: { readonly dueAt: number; readonly isProvisional?: true; readonly ripe?: true };
    readonly marks?: readonly { readonly mark: string; readonly reason: string; readonly article: string }[];
  };
}

/** @param id of the case whose key lies in this browser */
export function heldLicenceQuery(id: string) {
  return queryOptions({
    queryKey: ['held-licence', id],
    staleTime: 0,
    queryFn: async (): Promise<HeldLicence> => {
      const stored = await findCase(id);
      if (stored === undefined) throw new PortalError('key-missing');
      const { case: record } = await api.get('/api/cases/{id}', { id });
      const { licence: own, matter } = record as unknown as CaseRecord;
      const number = own ?? matter?.licence ?? '';
      if (number === '') throw new PortalError('licence-not-found');
      const { licence } = await api.get('/api/licences/{number}', { number });
      return { number, stored, licence: licence as unknown as HeldLicence['licence'] };
    },
  });
}
