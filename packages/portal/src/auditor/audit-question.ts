/** Kinds of lines, in the order in which they are offered. */
export const lineKinds = ['unmask', 'read', 'denied', 'deed', 'export', 'sign-in', 'sign-out', 'key-use'] as const;
export type LineKind = (typeof lineKinds)[number];

/** What an auditor asks of the trail; it stands in the address, so that it can be kept, sent on and gone back to. */
export interface AuditQuestion {
  readonly kind?: LineKind;
  /** Thumbprint of a key, or an account. */
  readonly actor?: string;
  readonly org?: string;
  readonly case?: string;
  readonly action?: string;
  /** `allowed`, or `refused`: anything else. A refusal is a line of its own kind. */
  readonly result?: string;
  /** Days in China, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly until?: string;
  /** One stream alone. */
  readonly door?: string;
}

/** As the doors take it; times in milliseconds. */
export type DoorQuery = Omit<AuditQuestion, 'door' | 'from' | 'until'> & {
  readonly from?: number;
  readonly until?: number;
};

const PATTERNS: Readonly<Record<keyof AuditQuestion, RegExp>> = {
  kind: new RegExp(`^(${lineKinds.join('|')})$`),
  actor: /^[\w-]{43}$/,
  org: /^[a-z][a-z0-9-]{1,62}$/,
  case: /^[\w-]{22}$/,
  action: /^[a-z][a-z0-9.-]{0,80}$/,
  result: /^[a-z][a-z0-9-]{0,63}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  until: /^\d{4}-\d{2}-\d{2}$/,
  door: /^(api|department:[a-z][a-z0-9-]{1,62})$/,
};

const DAY_MS = 86_400_000;

/** Whatever an address says, this is a question; what cannot be one is left out. */
export function readAuditQuestion(params: URLSearchParams): AuditQuestion {
  const found = Object.entries(PATTERNS).flatMap(([name, pattern]) => {
    const value = params.get(name)?.trim() ?? '';
    return pattern.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found) as AuditQuestion;
}

export function writeAuditQuestion(question: AuditQuestion): URLSearchParams {
  return new URLSearchParams(Object.entries(question).filter(([, value]) => value !== undefined && value !== ''));
}

/** Fields of a question that say nothing a door would take. */
export function auditProblems(question: AuditQuestion): readonly (keyof AuditQuestion)[] {
  const fields = Object.keys(question) as (keyof AuditQuestion)[];
  const unfit = fields.filter((field) => !PATTERNS[field].test(question[field] ?? ''));
  const { from, until } = question;
  const isTurned = from !== undefined && until !== undefined && unfit.length === 0 && until < from;
  return isTurned ? ['until'] : unfit;
}

export function doorQueryOf({ door: _door, from, until, ...texts }: AuditQuestion): DoorQuery {
  return {
    ...texts,
    ...(from === undefined ? {} : { from: chinaDay(from) }),
    ...(until === undefined ? {} : { until: chinaDay(until) + DAY_MS }),
  };
}

function chinaDay(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}
