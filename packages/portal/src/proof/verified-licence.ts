import type { Trust } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';
import { checkEvidence, type Finding } from './check-evidence.ts';

export interface ProvedLicence {
  readonly text: string;
  readonly finding: Finding;
}

/** Fetches the proof of a number and checks it here; the server's own word for the status is never used. */
export function verifiedLicenceQuery(number: string, trust: Trust | undefined) {
  return queryOptions({
    queryKey: ['licence-proof', number, trust?.fingerprint],
    enabled: trust !== undefined,
    queryFn: async (): Promise<ProvedLicence | undefined> => {
      if (trust === undefined) return undefined;
      const text = await api.getText('/api/licences/{number}/proof', { number });
      const finding = await checkEvidence(text, trust, webCryptoCheck);
      // A true proof of another number is no answer to this question.
      const other = (finding.kind === 'licence' || finding.kind === 'absent') && finding.licence.number !== number;
      return {
        text,
        finding: other
          ? { kind: 'changed', claimed: 'licence-proof', failure: { code: 'other-number', facts: {} } }
          : finding,
      };
    },
  });
}
