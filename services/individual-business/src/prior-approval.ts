import type { Json, RuleResult } from '@minglu/service-kit';

/** 批准文件 of one activity, as the applicant gives it; whoever decides looks at the document itself. */
export interface PriorApproval {
  readonly item: string;
  readonly number: string;
  /** `YYYY-MM-DD`, when it was given. */
  readonly date: string;
  /** `YYYY-MM-DD`, its last day; absent where it states none. */
  readonly until?: string;
}

/** 未规定有效期限，自批准之日起超过90日的 (实施细则 22). */
const DAYS_WITHOUT_TERM = 90;
const DAY_MS = 86_400_000;
/** China keeps one time, eight hours ahead. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Whether each of these activities has its approval, and all are in force at `timeMs`: until their last day, or for ninety days
 * where they state none. `missing` when an activity has none named.
 */
export function approvalsAreInForce(
  items: readonly string[],
  plain: { readonly [name: string]: Json },
  timeMs: number,
): RuleResult {
  const given = approvalsIn(plain).filter(({ item }) => items.includes(item));
  if (!items.every((item) => given.some((one) => one.item === item))) return 'missing';
  return given.every((one) => isInForce(one, timeMs)) ? 'met' : 'not-met';
}

/** An approval dated tomorrow, or on no day there is, is none. */
export function isInForce({ date, until }: PriorApproval, timeMs: number): boolean {
  const today = Math.floor((timeMs + CHINA_OFFSET_MS) / DAY_MS);
  const given = findDay(date);
  if (given === undefined || given > today) return false;
  if (until === undefined) return today - given <= DAYS_WITHOUT_TERM;
  const last = findDay(until);
  return last !== undefined && last >= today;
}

function approvalsIn({ approvals }: { readonly [name: string]: Json }): PriorApproval[] {
  return Array.isArray(approvals) ? approvals.filter(isApproval) : [];
}

function isApproval(value: Json): value is Json & PriorApproval {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const { item, number, date, until } = value as { readonly [name: string]: Json };
  const isNumbered = typeof number === 'string' && number !== '';
  return (
    typeof item === 'string' && isNumbered && typeof date === 'string' && /^(undefined|string)$/.test(typeof until)
  );
}

/** Days since 1970-01-01 of a day written `YYYY-MM-DD`. */
function findDay(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leaps - 719_162;
  for (let one = 1; one < month; one += 1) days += daysIn(year, one);
  return days + day - 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
