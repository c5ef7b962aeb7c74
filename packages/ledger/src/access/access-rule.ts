import type { Rule } from '../deed.ts';
import { refuse } from '../refusals.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import type { Resource } from './access.ts';
import { decideAccess } from './decide-access.ts';

/** The rule of a deed that asks access; rules about what exists stand before it, where the resource depends on them. */
export function accessRule<Body>(
  deed: string,
  resourceOf: (body: Body, records: RecordFinder, kid: string) => Resource,
): Rule<Body> {
  return (body, context) => {
    const { transaction, records } = context;
    const actor = { kid: transaction.kid, caseKey: transaction.caseKey !== undefined, atMs: context.timeMs };
    const decision = decideAccess(records, { actor, deed, resource: resourceOf(body, records, transaction.kid) });
    return decision.allow ? undefined : refuse(decision.code, decision.facts);
  };
}
