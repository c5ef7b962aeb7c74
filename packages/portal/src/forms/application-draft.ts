import { type ContactAnswer, parseAnswer } from '../inbox/contact-record.ts';

/** What the form asks; a draft holds whatever has been answered so far and never leaves the browser. */
export interface ApplicationDraft {
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
  /** `auto`: the contract may decide at once (秒批); `manual`: a person decides (个人信息保护法 24). */
  readonly path: 'auto' | 'manual' | undefined;
  /** The case that this one files anew: it was returned or taken back. */
  readonly previous?: string;
  /** Public fields of the service's own. */
  readonly fields?: Readonly<Record<string, string | number>>;
  /** Answers that are sealed to the organ, by question. */
  readonly sealed?: Readonly<Record<string, string>>;
  /** Where to send messages; undefined until the question was seen, which may be left empty. */
  readonly contact?: ContactAnswer;
  readonly updatedAt: number;
}

export const emptyDraft: ApplicationDraft = {
  tradeName: '',
  scope: [],
  region: '',
  operator: '',
  path: undefined,
  updatedAt: 0,
};

export function parseDraft(raw: unknown): ApplicationDraft | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { tradeName, scope, region, operator, path, previous, contact, updatedAt } = raw as Record<string, unknown>;
  if (typeof tradeName !== 'string' || typeof region !== 'string' || typeof operator !== 'string') return undefined;
  if (!Array.isArray(scope) || !scope.every((code) => typeof code === 'string')) return undefined;
  if (typeof updatedAt !== 'number') return undefined;
  const answer = parseAnswer(contact);
  return {
    tradeName,
    scope,
    region,
    operator,
    updatedAt,
    path: path === 'auto' || path === 'manual' ? path : undefined,
    ...(typeof previous === 'string' ? { previous } : {}),
    ...(answer === undefined ? {} : { contact: answer }),
  };
}
