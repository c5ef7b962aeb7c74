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
  'licence.ceased': 'licence-ceased',
  'licence.resumed': 'licence-resumed',
  'licence.closing-announced': 'closing-announced',
  'licence.closing-opposed': 'closing-opposed',
  'licence.closing-ripe': 'closing-ripe',
  'licence.closing-withdrawn': 'closing-withdrawn',
};

/** 撤销, 吊销 and 撤回 are one deed and three acts that law keeps apart. */
const REVOCATIONS: Readonly<Record<string, MessageKind>> = {
  annulled: 'licence-annulled',
  revoked: 'licence-revoked',
  withdrawn: 'licence-withdrawn',
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
    time: event.time,
    facts: factsOf(event.facts),
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

function kindOf({ name, facts }: CaseEvent): MessageKind | undefined {
  if (name === 'licence.revoked') return REVOCATIONS[String(facts.kind)];
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

/** Only what a sentence needs, and never a code whose list may grow words about a person. */
function factsOf({ points, dueAt, until, outcome }: JsonObject): JsonObject {
  return {
    ...(Array.isArray(points) ? { points: points.length } : {}),
    ...(typeof dueAt === 'number' ? { dueAt } : {}),
    ...(typeof until === 'number' ? { until } : {}),
    ...(typeof outcome === 'string' ? { outcome } : {}),
  };
}
