import type { DeedContext, Representation, Rule } from '../deed.ts';
import { refuse } from '../refusals.ts';
import type { MandateForm } from '../state/access-records.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import type { AccessDecision, Resource } from './access.ts';
import { decideAccess } from './decide-access.ts';

type ResourceOf<Body> = (body: Body, records: RecordFinder, kid: string) => Resource;

/** The rule of a deed that asks access; rules about what exists stand before it, where the resource depends on them. */
export function accessRule<Body>(deed: string, resourceOf: ResourceOf<Body>): Rule<Body> {
  const about = (body: Body, { records, transaction }: DeedContext) => resourceOf(body, records, transaction.kid);
  const rule = (body: Body, context: DeedContext) => {
    const decision = ask(deed, about(body, context), context);
    return decision.allow ? undefined : refuse(decision.code, decision.facts);
  };
  const standsFor = (body: Body, context: DeedContext) => representation(deed, about(body, context), context);
  return Object.assign(rule, { standsFor });
}

function ask(deed: string, resource: Resource, { records, transaction, timeMs }: DeedContext): AccessDecision {
  const actor = { kid: transaction.kid, caseKey: transaction.caseKey !== undefined, atMs: timeMs };
  return decideAccess(records, { actor, deed, resource });
}

/** The holder himself stands for nobody, and most deeds are about no holder's thing: nothing is asked twice for them. */
function representation(deed: string, resource: Resource, context: DeedContext): Representation | undefined {
  const { holder } = resource;
  const { kid, caseKey } = context.transaction;
  if (caseKey === undefined || holder === undefined || holder === '' || holder === kid) return undefined;
  const decision = ask(deed, resource, context);
  if (!decision.allow || decision.because.by !== 'mandate') return undefined;
  return { principal: holder, form: decision.because.form as MandateForm };
}
