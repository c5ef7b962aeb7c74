import type { JsonObject } from '@minglu/protocol';

/** What an officer can do to a licence, each a legal act with a name of its own. */
export const licenceDeeds = ['suspend', 'restore', 'change', 'close', 'annul', 'revoke', 'withdraw'] as const;
export type LicenceDeed = (typeof licenceDeeds)[number];

export interface DeedAnswers {
  readonly reason: string | undefined;
  readonly days: string;
  readonly tradeName: string;
  /** Statute and article that 撤销, 吊销 or 撤回 rests on. */
  readonly article: string;
}

const DAY_MS = 86_400_000;
const kinds = { annul: 'annulled', revoke: 'revoked', withdraw: 'withdrawn' } as const;

/** Reasons offered for an act: codes that go on the public record, words under `deedReasons`. */
export const deedReasons: Readonly<Record<LicenceDeed, readonly string[]>> = {
  suspend: ['holder-request', 'under-investigation'],
  restore: [],
  change: [],
  close: ['holder-request', 'holder-died'],
  annul: ['obtained-by-deceit', 'issued-without-ground'],
  revoke: ['penalty'],
  withdraw: ['ground-gone'],
};

/** The article each reason usually rests on; the officer may name another. */
export const usualArticles: Readonly<Record<string, string>> = {
  'obtained-by-deceit': '市场主体登记管理条例 第四十条',
  penalty: '市场主体登记管理条例 第四十四条',
};

/** Acts that take a licence away: whoever does one says by which article. */
export function needsArticle(deed: LicenceDeed | undefined): boolean {
  return deed === 'annul' || deed === 'revoke' || deed === 'withdraw';
}

/** The acts that a status allows; an ended licence allows none, whatever the page shows. */
export function deedsFor(status: string): readonly LicenceDeed[] {
  if (status === 'valid') return licenceDeeds.filter((deed) => deed !== 'restore');
  if (status === 'suspended') return licenceDeeds.filter((deed) => deed !== 'suspend' && deed !== 'change');
  return status === 'ceased' ? ['close', 'annul', 'revoke', 'withdraw'] : [];
}

/** The field that still needs an answer, if any. */
export function deedProblem(
  deed: LicenceDeed | undefined,
  answers: DeedAnswers,
): 'deed' | 'deed-reason' | 'deed-article' | 'deed-days' | 'deed-name' | undefined {
  if (deed === undefined) return 'deed';
  if (deedReasons[deed].length > 0 && answers.reason === undefined) return 'deed-reason';
  if (needsArticle(deed) && [...answers.article.trim()].length < 2) return 'deed-article';
  if (deed === 'suspend' && answers.days !== '' && !/^[1-9]\d{0,2}$/.test(answers.days)) return 'deed-days';
  return deed === 'change' && [...answers.tradeName.trim()].length < 2 ? 'deed-name' : undefined;
}

/** The deed as the chain takes it. */
export function licenceDeedBody(
  deed: LicenceDeed,
  number: string,
  answers: DeedAnswers,
  nowMs: number,
): { deed: string; body: JsonObject } {
  const reason = answers.reason ?? '';
  switch (deed) {
    case 'suspend': {
      const until = answers.days === '' ? {} : { until: nowMs + Number(answers.days) * DAY_MS };
      return { deed: 'licences.suspend', body: { number, reason, ...until } };
    }
    case 'restore':
      return { deed: 'licences.restore', body: { number } };
    case 'change':
      return { deed: 'licences.change', body: { number, tradeName: answers.tradeName.trim() } };
    case 'close':
      return { deed: 'licences.close', body: { number, reason } };
    default:
      return { deed: 'licences.revoke', body: { number, reason, kind: kinds[deed], article: answers.article.trim() } };
  }
}
