import type { OwnAttachment } from '@minglu/sdk';
import { type ContactAnswer, parseAnswer } from '../inbox/contact-record.ts';
import { type Particulars, parseParticulars } from './particulars.ts';
import { parsePages } from './premises.ts';

/** What the form asks; a draft holds whatever has been answered so far and leaves the browser sealed or not at all. */
export interface ApplicationDraft extends Particulars {
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
  /** Documents of the premises, with their keys; the ciphertexts lie in the page store. None: not given. */
  readonly premises?: readonly OwnAttachment[];
  /** `auto`: the contract may decide at once (秒批); `manual`: a person decides (个人信息保护法 24). */
  readonly path: 'auto' | 'manual' | undefined;
  /** The case that this one files anew: it was returned or taken back. */
  readonly previous?: string;
  /** The form as it was when the draft was begun. */
  readonly asked?: { readonly version: number; readonly steps: readonly string[] };
  /** What was typed on a form that the service brings, by question. */
  readonly answers?: Readonly<Record<string, string>>;
  /** How many people each of its groups has. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Numbers of licences that it names. */
  readonly licences?: readonly string[];
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
  const { tradeName, scope, region, operator, premises, path, previous, contact, asked, answers, updatedAt } =
    raw as Record<string, unknown>;
  if (typeof tradeName !== 'string' || typeof region !== 'string' || typeof operator !== 'string') return undefined;
  if (!Array.isArray(scope) || !scope.every((code) => typeof code === 'string')) return undefined;
  if (typeof updatedAt !== 'number') return undefined;
  const pages = parsePages(premises);
  const answer = parseAnswer(contact);
  return {
    tradeName,
    scope,
    region,
    operator,
    updatedAt,
    path: path === 'auto' || path === 'manual' ? path : undefined,
    ...(pages === undefined || pages.length === 0 ? {} : { premises: pages }),
    ...(typeof previous === 'string' ? { previous } : {}),
    ...parseParticulars(raw as Record<string, unknown>),
    ...parseAsked(asked),
    ...(answer === undefined ? {} : { contact: answer }),
    ...parseAnswers(answers),
  };
}

function parseAnswers(raw: unknown): Pick<ApplicationDraft, 'answers'> {
  if (typeof raw !== 'object' || raw === null) return {};
  const texts = Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { answers: Object.fromEntries(texts) };
}

function parseAsked(raw: unknown): Pick<ApplicationDraft, 'asked'> {
  if (typeof raw !== 'object' || raw === null) return {};
  const { version, steps } = raw as Record<string, unknown>;
  const isWhole =
    typeof version === 'number' && Array.isArray(steps) && steps.every((step) => typeof step === 'string');
  return isWhole ? { asked: { version, steps } } : {};
}
