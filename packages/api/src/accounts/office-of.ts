import { PLATFORM } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import { findLivingKey } from '../queries/key-hand.ts';
import { readRecord } from '../queries/read-record.ts';

/** 安全、审计管理员: an office is emptied by its own holders alone (decision 0031), and a door that is shut empties it too. */
const GUARDED = ['security-administrator', 'auditor'] as const;

/** The guarded office somebody has.
 * @param kids first keys */
export const officeOf = ({ node }: ApiContext, kids: readonly string[]): string | undefined => {
  const living = kids.flatMap((kid) => findLivingKey(node, kid) ?? []);
  return GUARDED.find((role) =>
    living.some((kid) => readRecord(node, `role/${PLATFORM}/${kid}/${role}`) !== undefined),
  );
};
