import type { Words } from '@minglu/service-kit';
import { type FaultId, wordsOfFault } from './faults.ts';
import type { Basis, Duty, Guide, Material, StatutoryTime } from './guide.ts';
import type { MatterId } from './matter-id.ts';
import { type PaperId, wordsOfPaper } from './papers.ts';

export type Pair = readonly [zh: string, en: string];

/** `!` required · `~` may follow · `-` not asked for. */
type Needed = `${PaperId}${'!' | '~' | '-'}`;

export interface GuideRow {
  readonly id: MatterId;
  readonly conditions: readonly Pair[];
  readonly needs: readonly Needed[];
  readonly statutory?: readonly (readonly [zh: string, en: string, law: string, article: string])[];
  /** Working days the demonstration city promises; 0 is on the spot. */
  readonly days: number;
  readonly fee?: 'published';
  readonly sample: Pair;
  /** Laws at hand as `law 第…条`; laws not at hand by name only. */
  readonly basis: readonly string[];
  readonly faults: readonly [FaultId, FaultId, FaultId];
  readonly follows?: readonly MatterId[];
}

const PHONE = '12345';
const MARKS: Readonly<Record<string, Duty>> = { '!': 'required', '~': 'may-follow', '-': 'not-asked' };
const WHY: Readonly<Record<Duty, Words>> = {
  'not-asked': words(['有关部门已有，核对即可，不用您提交', 'Another organ has it; it is checked, not asked of you']),
  'may-follow': words(['可以先受理，在承诺的期限内补上', 'May follow within the time you promise']),
  required: words(['别处取不到，请您提供', 'No register has it; please provide it']),
};
const FREE = words(['不收费', 'Free of charge']);
const PUBLISHED = words(['按国家公布的标准收费，以窗口公示为准', 'By the published tariff, as shown at the window']);

export function words([zh, en]: Pair): Words {
  return { 'zh-CN': zh, en };
}

/** A demonstration guide from a short row. */
export function demonstration(window: Pair, rows: readonly GuideRow[]): Guide[] {
  const office = words([`政务服务中心${window[0]}（演示）`, `Service centre, ${window[1]} (demonstration)`]);
  return rows.map((row) => ({
    id: row.id,
    conditions: row.conditions.map(words),
    materials: row.needs.map(materialOf),
    statutory: (row.statutory ?? []).map(
      ([zh, en, law, article]): StatutoryTime => ({ words: { 'zh-CN': zh, en }, law, article }),
    ),
    promised: promise(row.days),
    fee: row.fee === 'published' ? PUBLISHED : FREE,
    sample: words(row.sample),
    office,
    phone: PHONE,
    basis: row.basis.map(basisOf),
    faults: [wordsOfFault(row.faults[0]), wordsOfFault(row.faults[1]), wordsOfFault(row.faults[2])],
    follows: row.follows ?? [],
    isDemonstration: true,
  }));
}

function materialOf(needed: Needed): Material {
  const duty = MARKS[needed.slice(-1)] ?? 'required';
  return { paper: wordsOfPaper(needed.slice(0, -1) as PaperId), duty, why: WHY[duty] };
}

function promise(days: number): Words {
  if (days === 0) return words(['当场办结（演示）', 'On the spot (demonstration)']);
  return words([`${days} 个工作日（演示）`, `${days} working days (demonstration)`]);
}

/** A law with an article was read here; a law by name alone was not. */
function basisOf(text: string): Basis {
  const [law = '', article] = text.split(' ');
  return article === undefined ? { law, isVerified: false } : { law, article, isVerified: true };
}
