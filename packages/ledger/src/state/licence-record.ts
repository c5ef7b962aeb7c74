import type { FieldValues } from '../shape/declared-fields.ts';

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
  /** Absent where no name is used. */
  readonly tradeName?: string;
  readonly scope: readonly string[];
  readonly region: string;
  /** Salted commitment to the operator's name. */
  readonly operator: string;
  /** The service's own public fields, as they were applied for. */
  readonly fields?: FieldValues;
  readonly status: LicenceStatus;
  /** Since when this status holds. */
  readonly since: number;
  readonly issuedAt: number;
  readonly changedAt?: number;
  /** 未生效 before it, where it begins later than it was issued. */
  readonly from?: number;
  /** 已过期 from then on, where it does not hold for ever. */
  readonly expiresAt?: number;
  /** When a suspension or 歇业 ends by itself. */
  readonly until?: number;
  /** Days of 歇业 that are over (条例 30: at most three years in all). */
  readonly ceasedDays?: number;
  /** 简易注销 applied for: departments may object until `dueAt` (条例 33). */
  readonly closing?: {
    readonly at: number;
    readonly dueAt: number;
    readonly isProvisional?: true;
    /** Over without objection, on a day that may not be one: nothing happens by itself. */
    readonly ripe?: true;
  };
  /** Key of whoever holds it now, where that is not the key of its case: another operator took it over. */
  readonly holder?: string;
  /** Key that its holder named to take it over. */
  readonly successorKid?: string;
  /** The application about it that waits for a decision: one at a time. */
  readonly open?: string;
  /** Why, and by which article, it was taken away. */
  readonly ground?: LicenceGround;
  /** What the organ publishes beside the status. */
  readonly marks?: readonly LicenceMark[];
  /** An address for service stands for the premises while 歇业 lasts (实施细则 41). */
  readonly serviceAddress?: true;
  /** 备案事项 last recorded. */
  readonly filedAt?: number;
  /** Place among all licences, where the number does not hold it. */
  readonly serial?: number;
  /** 出示: key of the application that its holder means it for. */
  readonly shownTo?: string;
  /** Investigations (撤销登记) about it that are not over. */
  readonly investigations?: number;
  /** 换发: which edition of the paper is in force, where it is not the first. */
  readonly edition?: number;
}

export interface LicenceGround {
  readonly reason: string;
  readonly article: string;
}

/** `abnormal`: 列入经营异常名录; `order`: 责令改正; `unclosed`: 特别标注 (实施细则 67). */
export interface LicenceMark {
  readonly mark: 'abnormal' | 'order' | 'unclosed';
  readonly reason: string;
  readonly article: string;
  readonly at: number;
}
