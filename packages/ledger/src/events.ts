import type { JsonObject, LedgerEvent } from '@minglu/protocol';

/** What a follower can be told. With the transaction's body beside it, an event is enough to build a read model. */
export type EventName =
  | 'key.registered'
  | 'key.revoked'
  | 'organisation.registered'
  | 'organisation.updated'
  | 'role.granted'
  | 'role.revoked'
  | 'role.expired'
  | 'service.registered'
  | 'case.submitted'
  | 'case.granted'
  | 'case.pending'
  | 'case.overdue'
  | 'case.due-changed'
  | 'case.extended'
  | 'case.refused'
  | 'case.returned'
  | 'case.withdrawn'
  | 'case.refiling'
  | 'case.officer-changed'
  | 'case.review-asked'
  | 'case.review-overdue'
  | 'case.review-answered'
  | 'licence.issued'
  | 'licence.changed'
  | 'licence.suspended'
  | 'licence.suspension-ended'
  | 'licence.restored'
  | 'licence.ceased'
  | 'licence.resumed'
  | 'licence.closing-announced'
  | 'licence.closing-opposed'
  | 'licence.closing-withdrawn'
  | 'licence.closing-ripe'
  | 'licence.closed'
  | 'licence.revoked'
  | 'calendar.proposed'
  | 'calendar.confirmed'
  | 'calendar.recounted'
  | 'calendar.missing'
  | 'protocol.raise-scheduled'
  | 'protocol.raised';

export function event(name: EventName, facts: JsonObject): LedgerEvent {
  return [name, facts];
}
