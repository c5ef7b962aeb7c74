import type { JsonObject } from '@minglu/protocol';
import type { CaseEvent } from '../follow/case-event.ts';
import type { Message, MessageKind } from './message.ts';

const KINDS: Readonly<Record<string, MessageKind>> = {
  'case.pending': 'pending',
  'case.granted': 'granted',
  'case.returned': 'returned',
  'case.refused': 'refused',
  'case.extended': 'extended',
  'case.due-changed': 'due-changed',
  'case.overdue': 'overdue',
  'case.withdrawn': 'withdrawn',
  'case.review-asked': 'review-asked',
  'case.review-answered': 'review-answered',
  'case.review-overdue': 'review-overdue',
  'licence.changed': 'licence-changed',
  'licence.suspended': 'licence-suspended',
  'licence.restored': 'licence-restored',
  'licence.closed': 'licence-closed',
  'licence.marked': 'licence-marked',
  'licence.unmarked': 'licence-unmarked',
  'licence.replaced': 'licence-replaced',
  'licence.ceased': 'licence-ceased',
  'licence.resumed': 'licence-resumed',
  'licence.closing-announced': 'closing-announced',
  'licence.closing-opposed': 'closing-opposed',
  'licence.closing-ripe': 'closing-ripe',
  'licence.closing-withdrawn': 'closing-withdrawn',
  'annulment.taken-up': 'annulment-taken-up',
  'annulment.announced': 'annulment-announced',
  'annulment.undone': 'annulment-undone',
  'mandate.appointed': 'agent-appointed',
  'mandate.used': 'agent-acted',
  'mandate.withdrawn': 'agent-ended',
  'mandate.expired': 'agent-ended',
};

/** What came of a granted matter says more than that it was granted: `准予登记` is said of a new licence only. */
const OUTCOMES: Readonly<Record<string, MessageKind>> = {
  'licence.changed': 'licence-changed',
  'licence.closed': 'licence-closed',
};

/** 撤销, 吊销 and 撤回 are one deed and three acts that law keeps apart. */
const REVOCATIONS: Readonly<Record<string, MessageKind>> = {
  annulled: 'licence-annulled',
  revoked: 'licence-revoked',
  withdrawn: 'licence-withdrawn',
};

/** Steps that come with another which tells the same person the same. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  'licence.changed': ['case.granted'],
  'licence.closed': ['case.granted'],
  'licence.marked': ['licence.resumed'],
};

/** 歇业 may be made longer within its last thirty days; the reminder comes on their first. */
const REMINDER_MS = 30 * 86_400_000;

/** What the holder is told of a step; nothing for steps that say nothing new to him (`case.submitted` comes with its outcome). */
export function messagesOfEvent(event: CaseEvent): readonly Message[] {
  const kind = kindOf(event);
  if (kind === undefined) return [];
  const licence = event.licence === undefined ? {} : { licence: event.licence };
  const message = {
    id: event.key,
    kind,
    case: event.case.id,
    service: event.case.service,
    time: event.time,
    facts: { ...factsOf(event.facts), ...agentIn(event) },
    ...licence,
  };
  const { until } = event.facts;
  if (kind !== 'licence-ceased' || typeof until !== 'number') return [message];
  const time = Math.max(event.time, until - REMINDER_MS);
  return [message, { ...message, id: `${event.key}-ending`, kind: 'cessation-ending', time, facts: { until } }];
}

/** Steps after which a reminder about the same licence would be wrong. A longer 歇业 brings its own. */
export function endsReminders({ name }: CaseEvent): boolean {
  return ['licence.resumed', 'licence.ceased', 'licence.closed', 'licence.revoked'].includes(name);
}

/** What only whoever asked for the annulment hears under the step's own name: the shop hears of its licence. */
const TO_THE_ASKER: Readonly<Record<string, MessageKind>> = {
  'annulment.declined': 'annulment-declined',
  'annulment.decided': 'annulment-granted',
  'annulment.extended': 'annulment-extended',
};

/** By which form somebody did it in the holder's place, with every step of the deed: an agent has no silent one. */
function agentIn({ together }: CaseEvent): JsonObject {
  const used = together.find(([name]) => name === 'mandate.used')?.[1];
  return used === undefined ? {} : { form: used.form ?? '', deed: used.deed ?? '' };
}

/** An act in the holder's place is told by what came of it; by itself only where nothing of that is told to this case. */
function isToldByItsOutcome({ together, case: note }: CaseEvent): boolean {
  return together.some(
    ([name, facts]) => Object.hasOwn(KINDS, name) && !name.startsWith('mandate.') && isOf(facts, note),
  );
}

function isOf({ case: id }: JsonObject, { id: own }: CaseEvent['case']): boolean {
  return id === undefined || id === own;
}

function kindOf(event: CaseEvent): MessageKind | undefined {
  const { name, facts, together, case: note } = event;
  if (name === 'mandate.used' && isToldByItsOutcome(event)) return undefined;
  if (name === 'licence.revoked') return REVOCATIONS[String(facts.kind)];
  // 撤销 itself is told by its licence's step; only that it was not done has none.
  if (name === 'annulment.decided' && facts.outcome === 'not-annulled') return 'annulment-rejected';
  if (Object.hasOwn(TO_THE_ASKER, name)) return note.matter?.kind === 'annulment' ? TO_THE_ASKER[name] : undefined;
  const names = together.map(([one]) => one);
  const isSaidElsewhere = SAID_BY[name]?.some((one) => names.includes(one)) === true;
  if (isSaidElsewhere) return undefined;
  if (name === 'case.granted')
    return names.map((one) => (Object.hasOwn(OUTCOMES, one) ? OUTCOMES[one] : undefined)).find(Boolean) ?? 'granted';
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

/** Only what a sentence needs, and never a code whose list may grow words about a person. */
function factsOf({ points, dueAt, until, outcome, form, deed }: JsonObject): JsonObject {
  return {
    ...(typeof form === 'string' ? { form } : {}),
    ...(typeof deed === 'string' ? { deed } : {}),
    ...(Array.isArray(points) ? { points: points.length } : {}),
    ...(typeof dueAt === 'number' ? { dueAt } : {}),
    ...(typeof until === 'number' ? { until } : {}),
    ...(typeof outcome === 'string' ? { outcome } : {}),
  };
}
