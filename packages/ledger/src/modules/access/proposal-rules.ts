import { isOneHand } from '../../access/hand-of.ts';
import { DAY_MS } from '../../calendar/civil-date.ts';
import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';

/** A proposal nobody looked at lapses. */
export const PROPOSAL_LIFE_MS = 30 * DAY_MS;

interface NamesAProposal {
  readonly proposal: string;
}

/** The block that would clear a lapsed one away may come after this one. */
export function proposalStands({ proposal }: NamesAProposal, { records, timeMs }: DeedContext): Refusal | undefined {
  const standing = records.find('rule-proposal', proposal);
  return standing !== undefined && timeMs < standing.until ? undefined : refuse('proposal-unknown', { proposal });
}

/** Two people: nobody gives a right, or takes one, alone. */
export function proposerIsAnother(
  { proposal }: NamesAProposal,
  { records, transaction }: DeedContext,
): Refusal | undefined {
  const by = records.find('rule-proposal', proposal)?.by;
  return isOneHand(records, by, transaction.kid) ? refuse('own-proposal') : undefined;
}
