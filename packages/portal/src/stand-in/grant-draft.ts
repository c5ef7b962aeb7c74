import type { JsonObject } from '@minglu/protocol';
import type { FieldProblem } from '../forms/ErrorSummary.tsx';

/** What the administrator chose; empty where nothing is yet. */
export interface GrantDraft {
  /** Key of whoever stands in. */
  readonly who: string;
  /** Key of whoever is away. */
  readonly away: string;
  readonly role: 'registrar' | 'head';
  /** Last day, `YYYY-MM-DD`. */
  readonly day: string;
}

/** A stand-in who sits there for half a year is an appointment, and no stand-in. */
export const MOST_DAYS = 92;
const DAY_MS = 86_400_000;

/** Message keys of what is wrong. */
export function grantProblems({ who, away, day }: GrantDraft, nowMs: number): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (who === '') problems.push({ field: 'stand-in-who', words: 'standingIn.missing.who' });
  if (away === '') problems.push({ field: 'stand-in-away', words: 'standingIn.missing.away' });
  else if (away === who) problems.push({ field: 'stand-in-away', words: 'standingIn.missing.same' });
  const until = endOf(day);
  if (!(until > nowMs)) problems.push({ field: 'stand-in-day', words: 'standingIn.missing.day' });
  else if (until > nowMs + MOST_DAYS * DAY_MS)
    problems.push({ field: 'stand-in-day', words: 'standingIn.missing.long' });
  return problems;
}

/** Body of `roles.grant`: up to the last millisecond of the day in China. */
export function grantBody(org: string, { who, away, role, day }: GrantDraft): JsonObject {
  return { org, kid: who, role, until: endOf(day), for: away };
}

/** China keeps one time, eight hours ahead; NaN for what is no day. */
function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}
