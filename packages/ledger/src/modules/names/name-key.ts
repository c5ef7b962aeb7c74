const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

/** Spaces, points, dashes, quotes and brackets between the characters of a name: they make no other name. */
const PASSED_OVER: ReadonlySet<number> = new Set(
  [...' \u3000·•・‧.。．,，、-‐‑‒–—―－_＿\'"‘’“”「」『』《》〈〉()（）[]［］【】&＆'].map(
    (sign) => sign.codePointAt(0) ?? 0,
  ),
);

/**
 * What a trade name is compared by: full-width letters as narrow ones, capitals as small ones, signs between characters
 * passed over. By code and not by Unicode's tables, which change with the version of Node. Traditional characters stay
 * what they are: whether two such names are alike is for a person.
 */
export function comparableName(tradeName: string): string {
  let comparable = '';
  for (const character of tradeName) {
    const code = character.codePointAt(0) ?? 0;
    if (!PASSED_OVER.has(code)) comparable += folded(code);
  }
  return comparable === '' ? tradeName : comparable;
}

/** State subject of a name: it is protected where it is registered. */
export function nameSubject(region: string, tradeName: string): string {
  return `${region}/${comparableName(tradeName)}`;
}

function folded(code: number): string {
  const narrow = code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? code - FULL_WIDTH_SHIFT : code;
  const isCapital = narrow >= 0x41 && narrow <= 0x5a;
  return String.fromCodePoint(isCapital ? narrow + 0x20 : narrow);
}
