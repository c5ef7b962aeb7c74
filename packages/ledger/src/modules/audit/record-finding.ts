import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id, reasonCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { integer } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import { caseRegion, dueAfter } from '../cases/case-clock.ts';
import { hasSealedReason } from '../cases/sealed-words-rule.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

const body = { organ: id, case: optional(transactionId), code: reasonCode, days: integer(1, 60) };
type Body = BodyOf<typeof body>;

/** What an auditor finds at an organ: a code in public, the words sealed to the organ, and working days to answer in. */
export const recordFinding = defineDeed({
  name: 'audit.record-finding',
  since: 4,
  body,
  sidecar: 'required',
  rules: [
    accessRule('audit.record-finding', () => ({})),
    ({ organ }, context) => organisationExists(organ, context),
    caseIsTheirs,
    hasSealedReason,
  ],
  effect: record,
});

function caseIsTheirs({ organ, case: of }: Body, { records }: DeedContext): Refusal | undefined {
  if (of === undefined || records.find('case', of)?.organ === organ) return undefined;
  return refuse('case-unknown', { case: of });
}

function record(found: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { organ, case: of, code, days } = found;
  const region = of === undefined ? '' : caseRegion(draft, draft.get('case', of));
  const due = dueAfter(draft, region, timeMs, days);
  const about = { organ, ...(of === undefined ? {} : { case: of }), code };
  const { id: finding, kid } = transaction;
  draft.write('finding', finding, { ...about, status: 'open', by: kid, at: timeMs, ...due });
  return { events: [event('audit.finding-recorded', { finding, ...about, by: kid, ...due })] };
}
