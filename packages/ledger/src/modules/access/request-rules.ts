import { accessRule } from '../../access/access-rule.ts';
import { isOneHand } from '../../access/hand-of.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';

interface NamesARequest {
  readonly request: string;
}

export function requestIsPending({ request }: NamesARequest, { records, timeMs }: DeedContext): Refusal | undefined {
  const record = records.find('access-request', request);
  if (record === undefined) return refuse('request-unknown', { request });
  const isPending = record.status === 'pending' && timeMs < record.until;
  return isPending ? undefined : refuse('request-not-pending', { request, status: record.status });
}

/** The organisation in charge of what was asked for answers. */
export function mayAnswerRequest(deed: string): Rule<NamesARequest> {
  return accessRule(deed, ({ request }, records) => ({ org: records.find('access-request', request)?.organ ?? '' }));
}

export function askerIsAnother({ request }: NamesARequest, { records, transaction }: DeedContext): Refusal | undefined {
  const asker = records.find('access-request', request)?.kid;
  return isOneHand(records, asker, transaction.kid) ? refuse('own-request') : undefined;
}
