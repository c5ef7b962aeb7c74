import type { Generated } from 'kysely';

/** Tables of the disposable read model. Each has one writer: the projection of the same name. */
export interface Database {
  follower: FollowerRow;
  licences: LicenceRow;
  licence_months: LicenceMonthRow;
  licence_names: { rowid: number; tokens: string };
  cases: CaseRow;
  annulments: AnnulmentRow;
  audit_anchors: AuditAnchorRow;
  audit_matters: AuditMatterRow;
  events: EventRow;
  counts: CountRow;
  access_events: AccessEventRow;
  desk_places: DeskPlaceRow;
  keys: KeyRow;
  organisations: NamedRow;
  mandate_events: MandateEventRow;
  role_events: RoleEventRow;
  services: NamedRow;
}

export interface FollowerRow {
  id: number;
  chain: string;
  /** Height of the last block whose rows are in; -1 before the first. */
  height: number;
  records: number;
}

export interface LicenceRow {
  row: number;
  number: string;
  kind: string;
  organ: string;
  trade_name: string;
  region: string;
  status: string;
  issued_at: number;
  /** Until when departments may object to a closing by the short procedure. */
  closing_due_at: number | null;
  /** Its days are over, and a person must close. */
  closing_ripe: number;
}

/** Licences are issued in the order of their rows, so a month is a range of rows and needs no index. */
export interface LicenceMonthRow {
  /** `2026-11`, in China's time (UTC+8, no daylight saving). */
  month: string;
  first_row: number;
}

export interface CaseRow {
  id: string;
  service: string;
  organ: string;
  status: string;
  trade_name: string;
  region: string;
  submitted_at: number;
  promised_at: number | null;
  overdue: number;
  licence: string | null;
  decided_at: number | null;
  /** Thumbprint of the officer's key; null where a contract or the applicant ended it. */
  decided_by: string | null;
  /** Thumbprint of the key of whoever works on it. */
  officer: string | null;
  /** 法定时限. */
  due_at: number | null;
  provisional: number;
  extended: number;
  /** `due_at` passed before a decision. */
  late: number;
  /** Of a request for review that nobody has answered. */
  review_due_at: number | null;
  /** The earlier of 法定 and 承诺时限. */
  act_by: Generated<number | null>;
}

/** 撤销登记: investigations, so that an organ finds its own and anybody those that are announced. */
export interface AnnulmentRow {
  id: string;
  licence: string;
  organ: string;
  status: string;
  asked_at: number;
  due_at: number | null;
  announced: number;
}

/** What the ledger said of an audit stream. */
export interface AuditAnchorRow {
  stream: string;
  size: number;
  /** base64url. */
  root: string;
  time: number;
}

/** What auditors look into. */
export interface AuditMatterRow {
  kind: 'finding' | 'hold' | 'emergency';
  /** Subject of its record in the state. */
  id: string;
  organ: string;
  /** Empty where it is about no case. */
  case_id: string;
  at: number;
}

export interface EventRow {
  /** Log index of the entry that carries the events. */
  entry: number;
  /** 0, or the place of a due effect among those of its block. */
  part: number;
  height: number;
  time: number;
  /** Case or annulment the events are about; empty for events about something else. */
  case_id: string;
  /** JSON array of `[name, facts]`. */
  events: string;
}

export interface CountRow {
  region: string;
  month: string;
  service: string;
  submitted: number;
  granted: number;
  issued: number;
}

/** Who was given which role at an organisation, by whom, and how it ended; the state keeps only what is in force. */
export interface RoleEventRow {
  organ: string;
  entry: number;
  part: number;
  time: number;
  /** `granted`, `revoked`, `expired`. */
  name: string;
  kid: string;
  role: string;
  until: number | null;
  /** Key of whoever is away, where the role stands in for somebody. */
  away: string | null;
  /** Key that signed; null where a role ended by itself. */
  signer: string | null;
}

/** What happened to rules, requests and emergencies; what they are now is read from the state. */
export interface AccessEventRow {
  entry: number;
  part: number;
  time: number;
  /** Of the event, without its family: `requested`, `rule-in-force`. */
  name: string;
  /** Id of the request, the proposal or the rule; of an emergency, key and case with a stroke between. */
  subject: string;
  /** Key it is about; empty for a rule. */
  kid: string;
  /** Whose keys a rule is about; of whoever asked or declared. */
  org: string;
  /** The organisation in charge of what was asked for or opened. */
  organ: string;
  signer: string | null;
  /** Transaction it came of; empty where it came by time. */
  deed_id: string;
}

/** Where the cases of an organ are or were, and of which services: what its lists are cut by. */
export interface DeskPlaceRow {
  organ: string;
  service: string;
  region: string;
}

/** Every key that was ever registered. */
export interface KeyRow {
  kid: string;
  org: string;
  since: number;
}

/** Who was let act for whom, what was done by it, and how it ended; the state keeps only what is in force. */
export interface MandateEventRow {
  /** Key of the holder. */
  principal: string;
  agent: string;
  entry: number;
  part: number;
  time: number;
  /** `appointed`, `used`, `withdrawn`, `expired`. */
  name: string;
  case_id: string;
  /** Id of the transaction; empty where it ended by itself. */
  transaction_id: string;
  /** JSON of the event's facts. */
  facts: string;
}

export interface NamedRow {
  id: string;
  since: number;
}
