/**
 * Words that a trade name may carry only with somebody's leave, or never: of the state, of trades that need a licence,
 * of other kinds of organisation, of honours. Finding one refuses nothing; a person looks.
 */
const RESERVED: readonly string[] = [
  '中国',
  '中华',
  '全国',
  '国家',
  '国际',
  '中央',
  '国务院',
  '人民',
  '政府',
  '政协',
  '人大',
  '法院',
  '检察',
  '公安',
  '警察',
  '军队',
  '部队',
  '武警',
  '解放军',
  '共产党',
  '委员会',
  '特供',
  '专供',
  '国宴',
  '银行',
  '证券',
  '保险',
  '基金会',
  '交易所',
  '大学',
  '医院',
  '公司',
  '集团',
  '协会',
  '学会',
  '红十字',
  '国旗',
  '国徽',
];

const OTHER_CHARACTERS = ' ·・（）()-&';

/** Whether a trade name can be taken as it is: no reserved word, and only characters anybody can read and type. */
export function isPlainTradeName(name: string): boolean {
  for (const word of RESERVED) if (name.includes(word)) return false;
  for (const character of name) if (!isOrdinary(character)) return false;
  return true;
}

/** Common Chinese characters, Latin letters, digits and a few signs, given by code: no Unicode table to differ by version. */
function isOrdinary(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x4e00 && code <= 0x9fa5) return true;
  if (code >= 0x30 && code <= 0x39) return true;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return true;
  return OTHER_CHARACTERS.includes(character);
}
