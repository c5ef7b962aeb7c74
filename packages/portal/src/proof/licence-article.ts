import type { LicenceRecord } from '@minglu/protocol';
import type { Say } from '../language/say.ts';

/** The article behind a status where the record itself names none: these have one each in the regulation. */
const usual: Readonly<Record<string, string>> = {
  ceased: '市场主体登记管理条例 第三十条',
  closed: '市场主体登记管理条例 第三十一条',
  annulled: '市场主体登记管理条例 第四十条',
};

/** The article a status rests on, and the reason where one is recorded; nothing for a licence that is simply valid. */
export function articleOf({ status, ground }: LicenceRecord, t: Say): string | undefined {
  const isTakenAway = status === 'annulled' || status === 'revoked' || status === 'withdrawn';
  if (!isTakenAway || ground === undefined) return usual[status];
  return `${ground.article} · ${t(`deedReasons.${ground.reason}`, { defaultValue: ground.reason })}`;
}
