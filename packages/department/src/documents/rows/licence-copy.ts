import { chineseDate } from '../chinese-date.ts';
import type { ContentRow } from '../document-content.ts';
import type { DraftContext } from '../document-draft.ts';
import { scopeNames, tradeNameOf } from '../document-draft.ts';

/** 实施细则 9, first paragraph, sixth item. */
const COMPOSITIONS: Readonly<Record<string, string>> = { personal: '个人经营', family: '家庭经营' };

/** 营业执照应当载明 (实施细则 23): what the application did not have to state is left out, never made up. */
export function licenceCopy(
  context: DraftContext,
  number: string,
): { readonly title: string; readonly rows: readonly ContentRow[] } {
  const { event, organ, words } = context;
  const fields = (event.case.body.fields ?? {}) as Readonly<Record<string, unknown>>;
  const rows: [string, unknown][] = [
    ['统一社会信用代码', number],
    ['名称', tradeNameOf(context)],
    ['类型', '个体工商户'],
    ['经营者', words.operator],
    ['组成形式', COMPOSITIONS[String(fields.composition)]],
    ['经营场所', fields.premises],
    ['经营范围', scopeNames(context)],
    ['成立日期', chineseDate(event.time)],
    ['登记机关', organ],
  ];
  return {
    title: '营业执照（副本）样本',
    rows: rows.flatMap(([label, value]) => (typeof value === 'string' && value !== '' ? [{ label, value }] : [])),
  };
}
