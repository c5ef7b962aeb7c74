import type { AccessRule, StoredRule } from '../access/rule.ts';

/** Hash of the list of rules about everybody's keys. */
export interface AccessRecord {
  readonly rules?: string;
}

/** Rules about an organisation's keys, or about everybody's. */
export interface RulesRecord {
  readonly rules: readonly StoredRule[];
}

/** What one person wants of the rules and a second one has not looked at yet. */
export interface RuleProposalRecord {
  readonly org?: string;
  readonly rule?: AccessRule;
  /** Id of the rule that is to go. */
  readonly withdraw?: string;
  readonly by: string;
  readonly at: number;
  /** Lapses here. */
  readonly until: number;
}

/** A right somebody lacks and asked for. */
export interface AccessRequestRecord {
  readonly kid: string;
  readonly org: string;
  /** The organisation in charge of what it is about. */
  readonly organ: string;
  readonly deed: string;
  readonly region?: string;
  readonly service?: string;
  readonly reason: string;
  readonly at: number;
  /** Lapses here. */
  readonly until: number;
  readonly status: 'pending' | 'approved' | 'declined' | 'lapsed';
  readonly answeredBy?: string;
  readonly answeredAt?: number;
  readonly code?: string;
  /** Until when it was given. */
  readonly given?: number;
}

/** 应急访问: reading a case of another organ for some hours, on one's own word, which its head judges afterwards. */
export interface EmergencyRecord {
  readonly org: string;
  readonly organ: string;
  readonly reason: string;
  readonly at: number;
  /** The access ends here. */
  readonly until: number;
  /** The head is to have judged it by then. */
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  readonly outcome?: 'justified' | 'unjustified';
  readonly judgedBy?: string;
  readonly judgedAt?: number;
}

/** 法定代表人, 经办人, 监护人, 近亲属代办. */
export type MandateForm = 'legal-representative' | 'handler' | 'guardian' | 'close-relative';

/** Who acts for the holder of a case or licence: which deeds, for which services, until when. */
export interface MandateRecord {
  /** The case it was given on: where whoever is acted for is told. */
  readonly case: string;
  readonly form: MandateForm;
  readonly deeds: readonly string[];
  readonly services?: readonly string[];
  readonly since: number;
  readonly until: number;
}

/** How many of the platform's three offices are held, so that none is given by another. */
export interface OfficeRecord {
  readonly holders: number;
}

/** How far an audit stream was when it was last spoken of here. */
export interface AuditRecord {
  /** Lines. */
  readonly size: number;
  /** base64url, RFC 6962 over the lines. */
  readonly root: string;
  readonly at: number;
  readonly by: string;
}

/** Nothing of a case is erased meanwhile. Two people place it, two lift it. */
export interface HoldRecord {
  readonly organ: string;
  readonly reason: string;
  /** `placed` counts already and lapses unconfirmed; `lifting` counts still. */
  readonly status: 'placed' | 'confirmed' | 'lifting' | 'lifted';
  readonly by: string;
  readonly at: number;
  /** A second person is to have confirmed it by then. */
  readonly dueAt?: number;
  readonly isProvisional?: true;
  readonly confirmedBy?: string;
  readonly confirmedAt?: number;
  readonly liftBy?: string;
  readonly liftAt?: number;
  readonly liftedBy?: string;
  readonly liftedAt?: number;
}

/** What an auditor found at an organ; the words are sealed to it. */
export interface FindingRecord {
  readonly organ: string;
  readonly case?: string;
  readonly code: string;
  readonly status: 'open' | 'answered';
  readonly by: string;
  readonly at: number;
  /** The organ's head is to have answered by then. */
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  readonly outcome?: 'corrected' | 'disputed';
  /** Id of the transaction that answered, with whose sidecar the words are. */
  readonly answer?: string;
  readonly answeredBy?: string;
  readonly answeredAt?: number;
}
