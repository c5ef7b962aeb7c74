import type { DocumentRecord, JsonObject } from '@minglu/protocol';
import type { DeclaredField, FieldValues } from '../shape/declared-fields.ts';
import type {
  AccessRecord,
  AccessRequestRecord,
  AuditRecord,
  EmergencyRecord,
  FindingRecord,
  HoldRecord,
  MandateRecord,
  OfficeRecord,
  RuleProposalRecord,
  RulesRecord,
} from './access-records.ts';
import type { AnnulmentRecord, BarRecord } from './annulment-record.ts';
import type { LicenceRecord } from './licence-record.ts';

/** What stands under each kind of key. Everything here is public for ever: no name, no free text, no plain hash of one. */
export interface ChainRecord {
  readonly name: string;
  readonly founder: string;
}

/** Where the last block stood, and the oldest replay bucket that may still exist. */
export interface ClockRecord {
  readonly height: number;
  readonly time: number;
  readonly replayFrom: number;
}

export interface ProtocolRecord {
  readonly version: number;
  readonly next?: { readonly version: number; readonly height: number };
}

export interface OrganisationRecord {
  readonly name: string;
  readonly kind: string;
  readonly parent?: string;
  /** 上级机关 in its own line, where that is not the parent: a city's bureau above its districts' ones. */
  readonly superior?: string;
  readonly sealingKey?: JsonObject;
  readonly endpoint?: string;
  readonly status: 'active';
  /** Hash of the list of rules about its keys. */
  readonly rules?: string;
}

export interface KeyRecord {
  readonly jwk: JsonObject;
  readonly org: string;
  readonly status: 'active' | 'revoked';
  readonly since: number;
  /** First of the keys of its holder, where this one was rotated in. */
  readonly first?: string;
  /** The key before it. */
  readonly replaces?: string;
  /** The key after it. */
  readonly next?: string;
  /** It was taken away and another given for it, not rotated. */
  readonly lost?: true;
}

export interface RoleRecord {
  readonly since: number;
  readonly until?: number;
  /** Key of whoever is away, where the holder stands in for somebody (代班). */
  readonly for?: string;
}

/** How the law has cases of a service handled: what it leaves open between services, as data. */
export interface Procedure {
  /** 市场主体登记 (市场主体登记管理条例 19, 20), or 行政许可 (行政许可法 42). */
  readonly kind: 'registration' | 'permit';
  /** Working days to the decision. */
  readonly days: number;
  /** Working days that the head of the organ may add, once. */
  readonly extensionDays: number;
  /** Working days to the answer to a request for a person's review. */
  readonly reviewDays: number;
  /** Days in which departments may object to a closing by the short procedure (条例 33). */
  readonly closingDays?: number;
  /** 复议机关; the organ's parent where it is not named (行政复议法 24). */
  readonly reconsideration?: string;
  /** What an application may be returned for; any code where there is no list. */
  readonly points?: readonly string[];
}

export interface ServiceRecord {
  readonly version: number;
  /** Who keeps the service; decides where it has no offices. */
  readonly organ: string;
  /** Who decides, by district; an application out of any other is not taken. */
  readonly offices?: readonly { readonly region: string; readonly organ: string }[];
  readonly contract: string;
  readonly attesters: readonly string[];
  readonly promiseMs: number;
  /**
   * `separately`: a grant does not issue; a registrar issues later. `validDays`: it ends by itself after so many days.
   * `number`: the form of its numbers, where they are no 统一社会信用代码.
   */
  readonly licence: {
    readonly kind: string;
    readonly separately?: true;
    readonly validDays?: number;
    readonly number?: string;
  };
  readonly procedure?: Procedure;
  /** Public fields of its own, beside name, activities and region. */
  readonly fields?: readonly DeclaredField[];
  /** The contract is asked about changes and closings of its licences too; who attests in those besides. */
  readonly matters?: { readonly attesters: readonly string[] };
  readonly status: 'active' | 'retired';
}

/** The public part of an application, kept only while somebody must still decide on it. */
export interface CaseBody {
  /** Absent where no name is used. */
  readonly tradeName?: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
  /** The service's own public fields. */
  readonly fields?: FieldValues;
}

/** `returned`: 退还 with the whole list of what is missing; the applicant files anew. */
export type CaseStatus = 'granted' | 'pending' | 'refused' | 'returned' | 'withdrawn';

/** 请人工复核. */
export interface CaseReview {
  readonly at: number;
  /** Working days that `dueAt` was counted with. */
  readonly days: number;
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  /** `decided`: a person decided the case itself, which is an answer; `withdrawn`: the application was. */
  readonly outcome?: 'upheld' | 'changed' | 'decided' | 'withdrawn';
  readonly answeredBy?: string;
  readonly answeredAt?: number;
}

/** What a matter about a licence wants: an application of its own, with its own clock, that ends in no new licence. */
export interface CaseMatter {
  /** 变更登记 or 注销登记 by the ordinary procedure. */
  readonly kind: 'change' | 'closing';
  readonly licence: string;
  /** What is to change: members of the licence, and particulars that are sealed to the organ. */
  readonly items?: readonly string[];
  readonly ground?: string;
  /** 逾期: asked for more than thirty days after it happened (条例 24). */
  readonly afterDays?: number;
  /** 清税证明 is neither attested nor given (实施细则 46): it cannot be granted as it is. */
  readonly uncleared?: true;
}

export interface CaseRecord {
  readonly service: string;
  readonly version: number;
  readonly organ: string;
  readonly holder: string;
  readonly status: CaseStatus;
  readonly submittedAt: number;
  /** 承诺时限. */
  readonly promisedAt?: number;
  /** The promise has passed. */
  readonly overdue?: true;
  /** 法定时限: the last millisecond in time. Stays when the case is decided. */
  readonly dueAt?: number;
  /** 暂定: `dueAt` reaches into a year whose calendar is not known. */
  readonly isProvisional?: true;
  /** `dueAt` passed before the case was decided. */
  readonly late?: true;
  /** Working days that `dueAt` was counted with, and what an extension may add to them. */
  readonly clock?: { readonly days: number; readonly extensionDays: number; readonly extendedBy?: string };
  /** Pages of the watch that name this case: those of the years its open clocks run through. */
  readonly watch?: readonly string[];
  /** The registrar who works on it. */
  readonly officer?: string;
  readonly review?: CaseReview;
  /** The case that this one files anew. */
  readonly previous?: string;
  /** How often the matter has been filed, counting this one. */
  readonly round?: number;
  /** Thumbprint of the key that may file this case anew, named by its own key. */
  readonly successorKid?: string;
  readonly successor?: string;
  readonly licence?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly body?: CaseBody;
  /** Of an application about a licence that is there already. */
  readonly matter?: CaseMatter;
}

/** An official notice about days off: its number, its date, its address. */
export interface NoticeSource {
  readonly notice: string;
  readonly date: string;
  readonly url: string;
}

/** Days written `YYYY-MM-DD`, in order. */
export interface CalendarDays {
  readonly off: readonly string[];
  /** Days of a weekend that are worked. */
  readonly worked: readonly string[];
  readonly source: NoticeSource;
}

export interface CalendarProposalRecord extends CalendarDays {
  /** Id of the transaction that proposed it. */
  readonly proposal: string;
  readonly proposedBy: string;
}

/** What a division's notice says about a year. */
export interface CalendarRecord extends CalendarDays {
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly since: number;
  /** The operator was asked for the next year's notice, or it was there. */
  readonly nextAsked?: true;
}

/** Clocks of a year still to be counted again after a notice; worked off page by page, so that no block is long. */
export interface RecountRecord {
  readonly at: number;
  readonly page: number;
  readonly changed: number;
}

/** Cases, and annulments as `annulment/<id>`, whose open clocks run through a year; a page is gone when it is empty. */
export interface WatchRecord {
  readonly cases: readonly string[];
}

/** Who has a name in a region. */
export interface NameRecord {
  readonly case: string;
}

export interface CounterRecord {
  readonly next: number;
  /** The service whose letters these are. */
  readonly service?: string;
}

export interface ReplayRecord {
  readonly chain: string;
  readonly count: number;
}

export interface RecordTypes {
  readonly chain: ChainRecord;
  readonly clock: ClockRecord;
  readonly protocol: ProtocolRecord;
  readonly org: OrganisationRecord;
  readonly key: KeyRecord;
  readonly role: RoleRecord;
  readonly service: ServiceRecord;
  readonly case: CaseRecord;
  readonly licence: LicenceRecord;
  readonly counter: CounterRecord;
  readonly calendar: CalendarRecord;
  readonly 'calendar-proposal': CalendarProposalRecord;
  readonly recount: RecountRecord;
  readonly watch: WatchRecord;
  readonly name: NameRecord;
  readonly annulment: AnnulmentRecord;
  readonly bar: BarRecord;
  readonly access: AccessRecord;
  readonly rules: RulesRecord;
  readonly 'rule-proposal': RuleProposalRecord;
  readonly 'access-request': AccessRequestRecord;
  readonly emergency: EmergencyRecord;
  readonly mandate: MandateRecord;
  readonly office: OfficeRecord;
  readonly audit: AuditRecord;
  readonly hold: HoldRecord;
  readonly finding: FindingRecord;
  readonly replay: ReplayRecord;
  readonly document: DocumentRecord;
}

export type RecordKind = keyof RecordTypes;
