import type { JsonObject } from '@minglu/protocol';

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
  readonly sealingKey?: JsonObject;
  readonly endpoint?: string;
  readonly status: 'active';
}

export interface KeyRecord {
  readonly jwk: JsonObject;
  readonly org: string;
  readonly status: 'active' | 'revoked';
  readonly since: number;
}

export type Role = 'administrator' | 'registrar' | 'attester';

export interface RoleRecord {
  readonly since: number;
  readonly until?: number;
}

export interface ServiceRecord {
  readonly version: number;
  readonly organ: string;
  readonly contract: string;
  readonly attesters: readonly string[];
  readonly promiseMs: number;
  /** `separately`: a grant does not issue; a registrar issues later. */
  readonly licence: { readonly kind: string; readonly separately?: true };
  readonly status: 'active' | 'retired';
}

/** The public part of an application, kept only while somebody must still decide on it. */
export interface CaseBody {
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
}

export interface CaseRecord {
  readonly service: string;
  readonly version: number;
  readonly organ: string;
  readonly holder: string;
  readonly status: 'granted' | 'pending' | 'refused';
  readonly submittedAt: number;
  readonly promisedAt?: number;
  readonly overdue?: true;
  readonly licence?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly body?: CaseBody;
}

export type LicenceStatus =
  | 'valid'
  | 'suspended'
  | 'ceased'
  | 'closed'
  | 'withdrawn'
  | 'annulled'
  | 'revoked'
  | 'changed';

export interface LicenceRecord {
  readonly kind: string;
  readonly organ: string;
  readonly organName: string;
  readonly service: string;
  readonly case: string;
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  /** Salted commitment to the operator's name. */
  readonly operator: string;
  readonly status: LicenceStatus;
  /** Since when this status holds. */
  readonly since: number;
  readonly issuedAt: number;
  readonly changedAt?: number;
  /** When a suspension ends by itself. */
  readonly until?: number;
}

export interface CounterRecord {
  readonly next: number;
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
  readonly replay: ReplayRecord;
}

export type RecordKind = keyof RecordTypes;
