import { parseAgentCode, SdkError } from '@minglu/sdk';
import { deedsOf, type MandateForm, needsRelation, type Power } from './powers.ts';

export interface AppointAnswers {
  readonly form: MandateForm | undefined;
  /** The agent's code as it was scanned or pasted. */
  readonly code: string;
  readonly name: string;
  readonly powers: readonly Power[];
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string;
}

export const noAnswers: AppointAnswers = { form: undefined, code: '', name: '', powers: [], until: '' };

export type AppointProblem = 'form' | 'code' | 'ticket' | 'name' | 'powers' | 'until' | 'past' | 'far';

/** Three years, as the ledger counts them. */
const MOST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;

/** Field and what is wrong with it. */
export function appointProblems(
  answers: AppointAnswers,
  nowMs: number,
): readonly (readonly [string, AppointProblem])[] {
  const { form, name, powers } = answers;
  const code = codeProblem(answers);
  const until = untilProblem(answers, nowMs);
  return [
    ...(form === undefined ? [['appoint-form', 'form'] as const] : []),
    ...(code === undefined ? [] : [['appoint-code', code] as const]),
    ...(name.trim() === '' ? [['appoint-name', 'name'] as const] : []),
    ...(deedsOf(powers).length === 0 ? [['appoint-powers', 'powers'] as const] : []),
    ...(until === undefined ? [] : [['appoint-until', until] as const]),
  ];
}

function codeProblem({ form, code }: AppointAnswers): 'code' | 'ticket' | undefined {
  try {
    const { ticket } = parseAgentCode(code);
    return needsRelation(form) && ticket === undefined ? 'ticket' : undefined;
  } catch (error) {
    if (error instanceof SdkError) return 'code';
    throw error;
  }
}

function untilProblem({ until }: AppointAnswers, nowMs: number): 'until' | 'past' | 'far' | undefined {
  const end = endOf(until);
  if (end === undefined) return 'until';
  if (end <= nowMs) return 'past';
  return end - nowMs > MOST_DAYS * DAY_MS ? 'far' : undefined;
}

/** The last millisecond of a day in China. */
export function endOf(day: string): number | undefined {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999+08:00`) : Number.NaN;
  return Number.isNaN(end) ? undefined : end;
}
