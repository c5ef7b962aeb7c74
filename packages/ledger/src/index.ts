export type { AccessCode, AccessDecision, Actor, Assurance, Grade, Resource } from './access/access.ts';
export { accessNames, canBeAllowed } from './access/access-rules.ts';
export { decide } from './access/decide.ts';
export { fileGrades, gradeOfSealed } from './access/grades.ts';
export { type Lacking, lacking } from './access/lacking.ts';
export type { AccessRule, Range, StoredRule } from './access/rule.ts';
export { applyBlock } from './apply-block.ts';
export type { AppliedBlock, Block, BlockTransaction } from './block.ts';
export { addCalendarDays, addWorkingDays } from './calendar/add-days.ts';
export { calendarIn } from './calendar/calendar-in.ts';
export type { Deadline, WorkingCalendar } from './calendar/working-calendar.ts';
export { checkTransaction } from './check-transaction.ts';
export { type ContractDecision, type ContractVerdict, parseContractVerdict } from './contract/contract-verdict.ts';
export type { ContractRunner } from './contract-runner.ts';
export { MAX_DUE_PER_BLOCK } from './due/apply-due.ts';
export type { EventName } from './events.ts';
export { type Genesis, PLATFORM } from './genesis.ts';
export { LedgerError, type LedgerErrorCode } from './ledger-error.ts';
export { problemOfRule, type RuleChange, withRule } from './modules/access/with-rule.ts';
export { findHeldCase } from './modules/audit/find-held-case.ts';
export { resourceOf } from './modules/cases/resource-of.ts';
export { creditCode, isCreditCode } from './modules/licences/credit-code.ts';
export { comparableName } from './modules/names/name-key.ts';
export { deedNames } from './modules.ts';
export { NEWEST_PROTOCOL } from './protocol-version.ts';
export { type Refusal, type RefusalCode, refusalCodes } from './refusals.ts';
export type { Runtime } from './runtime.ts';
export type { DeclaredField, FieldValues } from './shape/declared-fields.ts';
export { findNumberForm } from './shape/number-form.ts';
export type {
  AccessRecord,
  AccessRequestRecord,
  EmergencyRecord,
  FindingRecord,
  HoldRecord,
  MandateForm,
  MandateRecord,
  OfficeRecord,
  RuleProposalRecord,
  RulesRecord,
} from './state/access-records.ts';
export type { AnnulmentRecord, AnnulmentStatus } from './state/annulment-record.ts';
export { dueOf } from './state/due-of.ts';
export { compareDueRows, type DueKind, type DueRow } from './state/due-row.ts';
export type { LicenceGround, LicenceMark, LicenceRecord, LicenceStatus } from './state/licence-record.ts';
export { MemoryState } from './state/memory-state.ts';
export { recordKey, roleSubject } from './state/record-key.ts';
export type {
  CalendarDays,
  CalendarProposalRecord,
  CalendarRecord,
  CaseBody,
  CaseMatter,
  CaseRecord,
  CaseReview,
  CaseStatus,
  ChainRecord,
  ClockRecord,
  CounterRecord,
  KeyRecord,
  NameRecord,
  NoticeSource,
  OrganisationRecord,
  Procedure,
  ProtocolRecord,
  RecordKind,
  RecordTypes,
  RecountRecord,
  ReplayRecord,
  RoleRecord,
  ServiceRecord,
  WatchRecord,
} from './state/records.ts';
export { MAX_WINDOW_MS, REPLAY_BUCKET_MS, replayBucket } from './state/replay-window.ts';
export type { Role } from './state/role.ts';
export type { ReplayMark, StateChanges } from './state/state-changes.ts';
export type { StateReader } from './state/state-reader.ts';
export type { BucketRecord, LoadBucket } from './state/tree/bucket-record.ts';
export { type NodeHasher, nodeHasherOf } from './state/tree/node-hasher.ts';
export type { StateLeaf, StateTreeChange } from './state/tree/state-leaf.ts';
export { StateTree, type StateTreeOptions, type StateTreeUpdate } from './state/tree/state-tree.ts';
