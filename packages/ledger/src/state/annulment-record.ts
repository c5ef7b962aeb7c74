import type { LicenceGround, LicenceStatus } from './licence-record.ts';

/** `asked`: waits to be taken up; the last five are ends, and only an annulment can be undone. */
export type AnnulmentStatus =
  | 'asked'
  | 'investigated'
  | 'stayed'
  | 'declined'
  | 'annulled'
  | 'partly-annulled'
  | 'not-annulled'
  | 'undone';

/** 撤销登记: an investigation whether a registration was got by deceit (条例 40-42, 实施细则 50-58). */
export interface AnnulmentRecord {
  readonly licence: string;
  readonly organ: string;
  readonly ground: string;
  readonly status: AnnulmentStatus;
  /** Case key of whoever asked; of its own motion the organ has `openedBy`. */
  readonly asker?: string;
  readonly openedBy?: string;
  readonly askedAt: number;
  /** The end of the clock that runs: three working days to take it up, then the months to decide. */
  readonly dueAt: number;
  readonly isProvisional?: true;
  readonly late?: true;
  readonly takenUpAt?: number;
  /** Months that `dueAt` was counted with. */
  readonly months?: number;
  readonly extendedBy?: string;
  /** 公示 45 日; `objectedAt`: the shop spoke up in that time. */
  readonly announced?: { readonly at: number; readonly until: number; readonly objectedAt?: number };
  /** Somebody asked that it be stayed, and why. */
  readonly stayAsked?: string;
  readonly stayedAt?: number;
  /** Days that it was stayed, which the months do not count. */
  readonly stayedDays?: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** What the licence was before it was annulled; put back when that is undone. */
  readonly before?: { readonly status: LicenceStatus; readonly until?: number; readonly ground?: LicenceGround };
  /** Pages of the watch that name it, as those of a case. */
  readonly watch?: readonly string[];
  /** 直接责任人 barred for it (条例 40), by blind key. */
  readonly barred?: readonly string[];
}

/** One annulment for which somebody may not register until a date. */
export interface BarGround {
  readonly annulment: string;
  readonly licence: string;
  readonly organ: string;
  /** The last millisecond of the three years. */
  readonly until: number;
}

/**
 * 3 年内不得再次申请市场主体登记 (条例 40, third paragraph), under a blind key of the person: only the department that attests
 * on it can tell whose it is. Gone when nothing stands any more.
 */
export interface BarRecord {
  readonly grounds: readonly BarGround[];
}
