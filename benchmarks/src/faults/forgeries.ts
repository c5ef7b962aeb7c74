import { checkSignatureNative, nativeHash } from '@minglu/node';
import { figure } from '../report/row.ts';
import { type Campaign, zero } from './campaign.ts';
import { type MutantFailure, mutateEvidence } from './mutate-evidence.ts';

const MUTANTS = 100_000;

/** Receipts and licence proofs changed byte by byte and in their structure: none may pass, none may break the verifier. */
export const forgeries: Campaign = async ({ seed, slice, slices, share }) => {
  const count = Math.max(2, Math.round((MUTANTS * share) / slices));
  const machine = { checkSignature: checkSignatureNative, hash: nativeHash };
  const report = await mutateEvidence({ seed: seed * 1_000 + slice, count, ...machine });
  return [
    figure('forgeries: mutants tried', report.tried, ''),
    figure('forgeries: structural ones', report.structural, ''),
    figure('forgeries: kinds of mutation', Object.keys(report.kinds).length, ''),
    figure('forgeries: refused with a code', report.refused, ''),
    figure('forgeries: still nothing but the truth', report.harmless, ''),
    zero('forgeries: accepted', report.accepted.length, told(report.accepted)),
    zero('forgeries: uncaught', report.uncaught.length, told(report.uncaught)),
  ];
};

function told(failures: readonly MutantFailure[]): string {
  return failures
    .slice(0, 5)
    .map(({ mutation, at, what }) => `${at} ${mutation}: ${what}`)
    .join('; ');
}
