import type { JsonObject } from '@minglu/protocol';

/** What an officer can do to a licence, each a legal act with a name of its own. */
export const licenceDeeds = [
  'suspend',
  'restore',
  'change',
  'replace',
  'resumed',
  'close',
  'investigate',
  'revoke',
  'withdraw',
  'abnormal',
  'order',
  'unclosed',
  'clear',
  'object',
] as const;
export type LicenceDeed = (typeof licenceDeeds)[number];

export interface DeedAnswers {
  readonly reason: string | undefined;
  readonly days: string;
  readonly tradeName: string;
  /** Statute and article that an act rests on. */
  readonly article: string;
}

/** What is offered depends on it besides the status. */
export interface LicenceSituation {
  readonly status: string;
  /** Another organ only objects to a closing. */
  readonly isOwn: boolean;
  readonly isClosing: boolean;
  readonly marks: readonly { readonly mark: string; readonly reason: string }[];
}

const DAY_MS = 86_400_000;
const kinds = { revoke: 'revoked', withdraw: 'withdrawn' } as const;

/** Reasons offered for an act: codes that go on the public record, words under `deedReasons`. */
export const deedReasons: Readonly<Record<LicenceDeed, readonly string[]>> = {
  suspend: ['holder-request', 'under-investigation'],
  restore: [],
  change: [],
  replace: ['returned', 'declared-void'],
  resumed: [],
  close: ['holder-request', 'holder-died'],
  investigate: ['identity-used', 'false-papers'],
  revoke: ['registered-by-fraud', 'change-refused', 'licence-misused'],
  withdraw: ['ground-gone'],
  abnormal: ['unreachable'],
  order: ['change-late', 'filing-late'],
  unclosed: ['six-months'],
  clear: [],
  object: ['tax-owed', 'wages-owed', 'open-case', 'not-suited'],
};

/** The article each reason rests on as a rule; the officer may name another. */
export const usualArticles: Readonly<Record<string, string>> = {
  'registered-by-fraud': '市场主体登记管理条例 第四十四条',
  'change-refused': '市场主体登记管理条例 第四十六条',
  'licence-misused': '市场主体登记管理条例 第四十八条第三款',
  'change-late': '市场主体登记管理条例 第四十六条',
  'filing-late': '市场主体登记管理条例 第四十七条',
  'six-months': '市场主体登记管理条例实施细则 第六十七条',
};
const RESUMED_ARTICLE = '市场主体登记管理条例 第三十条第四款';

const BY_ARTICLE: readonly LicenceDeed[] = ['revoke', 'withdraw', 'abnormal', 'order', 'unclosed'];

/** Acts that take a licence away, or that the public reads beside it: whoever does one says by which article. */
export function needsArticle(deed: LicenceDeed | undefined): boolean {
  return deed !== undefined && BY_ARTICLE.includes(deed);
}

/** The acts that a situation allows; the chain decides again whatever the page shows. */
export function deedsFor({ status, isOwn, isClosing, marks }: LicenceSituation): readonly LicenceDeed[] {
  const object: readonly LicenceDeed[] = isClosing ? ['object'] : [];
  if (!isOwn) return object;
  const clear: readonly LicenceDeed[] = marks.length > 0 ? ['clear'] : [];
  const common: readonly LicenceDeed[] = ['abnormal', 'order', ...clear, ...object];
  const endings: readonly LicenceDeed[] = ['close', 'investigate', 'revoke', 'withdraw'];
  if (status === 'valid') return ['suspend', 'change', 'replace', ...endings, ...common];
  if (status === 'suspended') return ['restore', ...endings, ...common];
  if (status === 'ceased') return ['resumed', ...endings, ...common];
  return status === 'annulled' || status === 'revoked' ? ['unclosed', ...clear] : [];
}

/** The field that still needs an answer, if any. */
export function deedProblem(
  deed: LicenceDeed | undefined,
  answers: DeedAnswers,
): 'deed' | 'deed-reason' | 'deed-article' | 'deed-days' | 'deed-name' | undefined {
  if (deed === undefined) return 'deed';
  const needsReason = deed === 'clear' || deedReasons[deed].length > 0;
  if (needsReason && answers.reason === undefined) return 'deed-reason';
  if (needsArticle(deed) && [...answers.article.trim()].length < 2) return 'deed-article';
  if (deed === 'suspend' && answers.days !== '' && !/^[1-9]\d{0,2}$/.test(answers.days)) return 'deed-days';
  return deed === 'change' && [...answers.tradeName.trim()].length < 2 ? 'deed-name' : undefined;
}

export interface WrittenDeed {
  readonly deed: string;
  readonly body: JsonObject;
}

/** The deed as the chain takes it. */
export function licenceDeedBody(deed: LicenceDeed, number: string, answers: DeedAnswers, nowMs: number): WrittenDeed {
  const reason = answers.reason ?? '';
  const article = answers.article.trim();
  switch (deed) {
    case 'suspend': {
      const until = answers.days === '' ? {} : { until: nowMs + Number(answers.days) * DAY_MS };
      return { deed: 'licences.suspend', body: { number, reason, ...until } };
    }
    case 'restore':
      return { deed: 'licences.restore', body: { number } };
    case 'change':
      return { deed: 'licences.change', body: { number, tradeName: answers.tradeName.trim() } };
    case 'replace':
      return { deed: 'licences.replace', body: { number, old: reason } };
    case 'resumed':
      return { deed: 'licences.establish-resumption', body: { number, article: RESUMED_ARTICLE } };
    case 'close':
      return { deed: 'licences.close', body: { number, reason } };
    case 'investigate':
      return { deed: 'annulments.open', body: { number, ground: reason } };
    case 'clear': {
      const [mark = '', ...rest] = reason.split(' ');
      return { deed: 'licences.unmark', body: { number, mark, reason: rest.join(' ') } };
    }
    case 'object':
      return { deed: 'licences.object-to-closing', body: { number, reason } };
    case 'revoke':
    case 'withdraw':
      return { deed: 'licences.revoke', body: { number, reason, kind: kinds[deed], article } };
    default:
      return { deed: 'licences.mark', body: { number, mark: deed, reason, article } };
  }
}
