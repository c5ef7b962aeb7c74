export type DueKind =
  | 'access-request-lapses'
  | 'annulment-due-passes'
  | 'bar-ends'
  | 'calendar-next-asked'
  | 'calendar-recount'
  | 'case-due-passes'
  | 'case-promise-passes'
  | 'case-review-passes'
  | 'emergency-due-passes'
  | 'finding-due-passes'
  | 'hold-lapses'
  | 'licence-cessation-ends'
  | 'licence-closing-ripens'
  | 'licence-suspension-ends'
  | 'mandate-expires'
  | 'role-expires'
  | 'rule-proposal-lapses';

/** One line of the due index: something that happens at an instant though nobody acts. */
export interface DueRow {
  readonly instantMs: number;
  readonly kind: DueKind;
  /** The state key of the record it was derived from. */
  readonly subject: string;
}

/** Order of the due index; total, by code unit and never by locale. */
export function compareDueRows(a: DueRow, b: DueRow): number {
  if (a.instantMs !== b.instantMs) return a.instantMs - b.instantMs;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return 0;
}
