import type { CaseEvent } from '../server/ledger.ts';

/** What the decision told of remedies (行政复议法 20, 22; 行政诉讼法 46), as the chain has it. */
export interface Remedies {
  /** 复议机关. */
  readonly organ: string | undefined;
  readonly days: number;
  readonly months: number;
  readonly decidedAt: number;
}

const DAY_MS = 86_400_000;

/** Undefined where nothing was refused, or under no procedure. */
export function findRemedies(events: readonly CaseEvent[]): Remedies | undefined {
  const refused = events.find(({ name }) => name === 'case.refused');
  const told = refused?.facts.remedies as {
    reconsideration?: Record<string, unknown>;
    lawsuit?: Record<string, unknown>;
  };
  if (refused === undefined || told === undefined) return undefined;
  const { organ, days } = told.reconsideration ?? {};
  return {
    organ: typeof organ === 'string' ? organ : undefined,
    days: Number(days),
    months: Number(told.lawsuit?.months),
    decidedAt: refused.time,
  };
}

/** 自知道之日起: the day after is the first; whole days that are left at `nowMs`, none once it is over. */
export function daysLeft({ decidedAt, days }: Remedies, nowMs: number): number {
  return Math.max(0, days - Math.floor((nowMs - decidedAt) / DAY_MS));
}
