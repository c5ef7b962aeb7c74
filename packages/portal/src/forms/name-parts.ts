import type { Cited, NameRule } from '../server/service.ts';

/** A name in its four parts; a part that is not there is empty. */
export interface NameParts {
  readonly place: string;
  readonly shopName: string;
  readonly trade: string;
  readonly form: string;
}

/** Something about the name that an officer will look at, or that is not allowed: the service's words are under `name.<code>`. */
export interface NameProblem {
  readonly code: string;
  /** What was found. */
  readonly word: string;
  readonly article: Cited;
}

/** What is known to stand in names: places of this installation, and what trades are called. */
export interface KnownWords {
  readonly places: readonly string[];
  readonly trades: readonly string[];
}

const HAN = /^[一-龥（）()]$/;

/** 行政区划 + 字号 + 行业 + 组织形式, read from both ends: places from the front, the form and the trade from the back. */
export function nameParts(name: string, { forms, suffix }: NameRule, { places, trades }: KnownWords): NameParts {
  const whole = name.trim();
  let rest = whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole;
  let place = '';
  for (let found = placeAt(rest, places); found !== ''; found = placeAt(rest, places)) {
    place += found;
    rest = rest.slice(found.length);
  }
  const branch = /[（(][^（）()]*[）)]$/.exec(rest)?.[0] ?? '';
  const body = rest.slice(0, rest.length - branch.length);
  const form = longestEnd(body, forms);
  const before = body.slice(0, body.length - form.length);
  const trade = longestEnd(before, tradeStems(trades, form));
  return { place, shopName: before.slice(0, before.length - trade.length), trade, form: form + branch };
}

/** Nothing here stops anybody: a person looks, or the name is put right first. */
export function nameProblems(name: string, rule: NameRule, parts: NameParts): readonly NameProblem[] {
  const whole = name.trim();
  if (whole === '') return [];
  const words = rule.forbidden.flatMap(({ code, article, words: list }) =>
    list.filter((word) => whole.includes(word)).map((word) => ({ code, word, article })),
  );
  const strange = [...new Set(whole)].filter((character) => !HAN.test(character)).join(' ');
  const short = [...parts.shopName].length < 2 && parts.form !== '' && strange === '';
  return [
    ...words,
    ...(strange === '' ? [] : [{ code: 'characters', word: strange, article: rule.charactersArticle }]),
    ...(short ? [{ code: 'shop-name', word: parts.shopName, article: rule.shopNameArticle }] : []),
  ];
}

function placeAt(text: string, places: readonly string[]): string {
  return longest(places.filter((place) => place !== '' && place.length < text.length && text.startsWith(place)));
}

function longestEnd(text: string, ends: readonly string[]): string {
  return longest(ends.filter((end) => end !== '' && text.endsWith(end)));
}

/** 茶馆 with its form 馆 leaves 茶: what stands before the form in a name. */
function tradeStems(trades: readonly string[], form: string): string[] {
  return trades.flatMap((trade) => (form !== '' && trade.endsWith(form) ? [trade.slice(0, -form.length)] : [trade]));
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
