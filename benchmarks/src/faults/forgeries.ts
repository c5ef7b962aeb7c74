import { checkSignatureNative, nativeHash } from '@minglu/node';
import { type Campaign, count, IN_ALL, zero } from './campaign.ts';
import { type MutantFailure, mutateEvidence } from './mutate-evidence.ts';

const MUTANTS = 100_000;

/** Receipts and licence proofs changed byte by byte and in their structure: none may pass, none may break the verifier. */
export const forgeries: Campaign = async ({ seed, slice, slices, share }) => {
  const mutants = Math.max(2, Math.round((MUTANTS * share) / slices));
  const machine = { checkSignature: checkSignatureNative, hash: nativeHash };
  const report = await mutateEvidence({ seed: seed * 1_000 + slice, count: mutants, ...machine });
  return [
    count('forgeries: mutants tried', report.tried),
    count('forgeries: structural ones', report.structural),
    count('forgeries: kinds of mutation', Object.keys(report.kinds).length, IN_ALL),
    count('forgeries: refused with a code', report.refused),
    count('forgeries: still nothing but the truth', report.harmless),
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
