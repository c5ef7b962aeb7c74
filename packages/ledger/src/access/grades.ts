import type { AnnulmentRecord } from '../state/annulment-record.ts';
import type { LicenceRecord } from '../state/licence-record.ts';
import type { CaseRecord } from '../state/records.ts';
import type { Grade } from './access.ts';

type Table<Name extends string> = Readonly<Record<Name, Grade>>;

/**
 * How much harm a leak of each field does. Whatever stands on the chain is public for ever and so of grade 1: nothing
 * else may be written there, and a new field has to be weighed here before it compiles.
 */
export const caseGrades: Table<keyof CaseRecord> = {
  service: 1,
  version: 1,
  organ: 1,
  holder: 1,
  status: 1,
  submittedAt: 1,
  promisedAt: 1,
  overdue: 1,
  dueAt: 1,
  isProvisional: 1,
  late: 1,
  clock: 1,
  watch: 1,
  officer: 1,
  review: 1,
  previous: 1,
  round: 1,
  successorKid: 1,
  successor: 1,
  licence: 1,
  decidedBy: 1,
  decidedAt: 1,
  body: 1,
  matter: 1,
};

export const licenceGrades: Table<keyof LicenceRecord> = {
  kind: 1,
  organ: 1,
  organName: 1,
  service: 1,
  case: 1,
  tradeName: 1,
  scope: 1,
  region: 1,
  operator: 1,
  fields: 1,
  status: 1,
  since: 1,
  issuedAt: 1,
  changedAt: 1,
  from: 1,
  expiresAt: 1,
  until: 1,
  ceasedDays: 1,
  closing: 1,
  holder: 1,
  successorKid: 1,
  open: 1,
  ground: 1,
  marks: 1,
  serviceAddress: 1,
  filedAt: 1,
  serial: 1,
  shownTo: 1,
  investigations: 1,
  edition: 1,
};

export const annulmentGrades: Table<keyof AnnulmentRecord> = {
  licence: 1,
  organ: 1,
  ground: 1,
  status: 1,
  asker: 1,
  openedBy: 1,
  askedAt: 1,
  dueAt: 1,
  isProvisional: 1,
  late: 1,
  takenUpAt: 1,
  months: 1,
  extendedBy: 1,
  announced: 1,
  stayAsked: 1,
  stayedAt: 1,
  stayedDays: 1,
  decidedBy: 1,
  decidedAt: 1,
  before: 1,
  watch: 1,
  barred: 1,
};

/** Parts of a file beside the envelopes: what machine and departments said about somebody, and what came unsealed with it. */
export const fileGrades: Table<'trace' | 'attested' | 'attachments' | 'plain' | 'erased'> = {
  trace: 3,
  attested: 3,
  attachments: 3,
  plain: 2,
  erased: 2,
};

/** Envelopes whose leak does the harm of 敏感个人信息 (个人信息保护法 28): what identifies a person everywhere, and health. */
const SENSITIVE: ReadonlySet<string> = new Set(['id-number', 'agent-id-number', 'staff']);

/** Of an envelope, by its name: whatever is sealed at all is somebody's. */
export function gradeOfSealed(name: string): Grade {
  return SENSITIVE.has(name) ? 4 : 3;
}
