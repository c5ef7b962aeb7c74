import type { JsonObject, LedgerEvent } from '@minglu/protocol';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import { grantMatter } from '../licences/grant-matter.ts';
import { matterIsCleared, matterStands } from '../licences/matter-rules.ts';
import { numberLicence } from '../licences/number-licence.ts';
import { keepsNames, takeName } from '../names/names.ts';
import { caseExists, caseIsNotWithAnother, caseIsPending, mayActOnCase, nameIsFree } from './case-rules.ts';
import { type Ended, endCase } from './end-case.ts';
import { caseHasNumberLeft } from './number-rules.ts';
import { remediesAgainst } from './remedies.ts';
import { hasSealedReason } from './sealed-words-rule.ts';
import { writeCase } from './write-case.ts';

const body = { case: transactionId, decision: oneOf('grant', 'refuse'), reason: optional(reasonCode) };
type Body = BodyOf<typeof body>;

/** A registrar decides a case that waits for a person. Only here can an application be refused. */
export const decideCase = defineDeed({
  name: 'cases.decide',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [
    caseExists,
    mayActOnCase('cases.decide'),
    caseIsPending,
    caseIsNotWithAnother,
    refusalHasAReason,
    refusalHasSealedWords,
    grantedMatterStands,
    grantedNameIsFree,
    grantedNumberIsLeft,
  ],
  effect: decide,
});

function refusalHasAReason({ decision, reason }: Body): Refusal | undefined {
  return decision === 'refuse' && reason === undefined ? refuse('reason-missing') : undefined;
}

/** 说明理由 (市场主体登记管理条例 20): in words, to the applicant alone; the public record has the code. */
function refusalHasSealedWords(decision: Body, context: DeedContext): Refusal | undefined {
  return decision.decision === 'grant' ? undefined : hasSealedReason(decision, context);
}

function grantedNameIsFree(decision: Body, context: DeedContext): Refusal | undefined {
  return decision.decision === 'refuse' ? undefined : nameIsFree(decision, context);
}

function grantedNumberIsLeft(decision: Body, context: DeedContext): Refusal | undefined {
  return decision.decision === 'refuse' ? undefined : caseHasNumberLeft(decision, context);
}

function grantedMatterStands(decision: Body, context: DeedContext): Refusal | undefined {
  if (decision.decision === 'refuse') return undefined;
  return matterStands(decision, context) ?? matterIsCleared(decision, context);
}

function decide(decision: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const id = decision.case;
  const ended = endCase(draft, id, { by: transaction.kid, timeMs });
  if (decision.decision === 'grant') return { events: grant(id, ended, draft) };
  const { record } = ended;
  writeCase(draft, id, { ...record, status: 'refused' });
  const facts = { case: id, organ: record.organ, reason: decision.reason ?? '', ...remediesFact(draft, ended) };
  return { events: [event('case.refused', facts)] };
}

function remediesFact(draft: Draft, { record }: Ended): JsonObject {
  return record.clock === undefined ? {} : { remedies: remediesAgainst(draft, record) };
}

function grant(id: string, { record, body: application }: Ended, draft: Draft): LedgerEvent[] {
  const granted = { ...record, status: 'granted' as const };
  if (record.matter !== undefined) return grantMatter(draft, id, { record: granted, body: application });
  const { organ, service, decidedAt: timeMs = 0 } = record;
  if (draft.get('service', service).licence.separately) {
    if (keepsNames(draft, service)) takeName(draft, { ...application, case: id });
    writeCase(draft, id, { ...granted, body: application });
    return [event('case.granted', { case: id, by: 'officer' })];
  }
  const issued = numberLicence(draft, { case: id, organ, service, body: application, timeMs });
  writeCase(draft, id, { ...granted, licence: issued.number });
  return [event('case.granted', { case: id, licence: issued.number, by: 'officer' }), issued.event];
}
