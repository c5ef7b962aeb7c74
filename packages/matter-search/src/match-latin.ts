import { findEditDistance } from './edit-distance.ts';
import { ENGLISH_FILLERS, LATIN_FILLERS } from './fillers.ts';
import { isPinyin } from './is-pinyin.ts';
import type { LatinTerm, MatterIndex } from './matter-index.ts';
import { foldLetters } from './readings.ts';
import type { Run, Span } from './span.ts';
import { type EnglishWord, splitEnglish } from './split-english.ts';

/** Shorter than this, letters inside other letters are chance. */
const INSIDE = 5;
/** What slips cost, as a share of the letters. */
const SLIP = 1.2;
const asking = new Set(ENGLISH_FILLERS);

/** Pinyin, whole or as first letters, and English; a run of letters may hold several words, or one with a slip in it. */
export function matchLatin<Id extends string>(index: MatterIndex<Id>, run: Run): Span[] {
  const core = withoutFillers(run);
  const typed = { letters: core.text, folded: foldLetters(core.text) };
  const words = splitEnglish(run.text, index.english);
  return index.latin.flatMap(
    (latin) =>
      inside(latin, run) ?? amongWords(latin, run, words) ?? near(latin, core, typed) ?? besidePinyin(latin, run) ?? [],
  );
}

/** The run without the words of asking at its beginning. */
function withoutFillers(run: Run): Run {
  const filler = LATIN_FILLERS.find((word) => run.text.startsWith(word) && run.text.length - word.length >= 3);
  if (filler === undefined) return run;
  return { ...run, start: run.start + filler.length, text: run.text.slice(filler.length) };
}

function inside({ term, letters, how }: LatinTerm, run: Run): Span | undefined {
  if (how === 'initials' || (letters.length < INSIDE && letters !== run.text)) return undefined;
  const at = run.text.indexOf(letters);
  if (at < 0) return undefined;
  const start = run.start + at;
  return { start, end: start + letters.length, term, how, weight: term.weight };
}

/**
 * A short word where the line falls into English words, and one that words of asking part: `i have a dog`, `lost my
 * licence`. What is all that was said explains the line.
 */
function amongWords({ term, letters, how }: LatinTerm, run: Run, words: readonly EnglishWord[]): Span | undefined {
  if (how !== 'english' || words.length === 0) return undefined;
  const said = words.filter(({ word }) => !asking.has(word));
  const whole = { start: run.start, end: run.start + run.text.length, term, how, weight: term.weight } as const;
  if (said.map(({ word }) => word).join('') === letters) return whole;
  const found = said.find(({ word }) => word === letters);
  if (found === undefined) return undefined;
  const start = run.start + found.start;
  return { ...whole, start, end: start + letters.length };
}

function near(latin: LatinTerm, run: Run, typed: Spelling): Span | undefined {
  const { term, letters, how } = latin;
  const share = how === 'initials' ? initialsShare(letters, run.text) : spellingShare(latin, typed);
  if (share === undefined) return undefined;
  return { start: run.start, end: run.start + run.text.length, term, how, weight: term.weight * share };
}

/** First letters with whole syllables before or after them: `bansfz`, `sfzguoqi`. */
function besidePinyin({ term, letters, how }: LatinTerm, run: Run): Span | undefined {
  if (how !== 'initials' || run.text.length < letters.length + 2) return undefined;
  const isFirst = run.text.startsWith(letters);
  if (!isFirst && !run.text.endsWith(letters)) return undefined;
  const rest = isFirst ? run.text.slice(letters.length) : run.text.slice(0, -letters.length);
  if (!isPinyin(rest)) return undefined;
  const start = isFirst ? run.start : run.start + rest.length;
  return { start, end: start + letters.length, term, how, weight: term.weight * 0.75 };
}

/** A word only begun is worth what was typed of it. */
function initialsShare(letters: string, typed: string): number | undefined {
  if (isOneKeyHeld(typed)) return undefined;
  if (letters === typed) return 0.85;
  return typed.length >= 4 && letters.startsWith(typed) ? (0.5 * typed.length) / letters.length : undefined;
}

function isOneKeyHeld(typed: string): boolean {
  return typed === typed.charAt(0).repeat(typed.length);
}

type Spelling = Pick<LatinTerm, 'letters' | 'folded'>;

/** Typing still going on, a slip of the fingers (hardly ever in the first letter), or a southern ear. */
function spellingShare(meant: LatinTerm, typed: Spelling): number | undefined {
  const { length } = typed.letters;
  const { term } = meant;
  if (meant.letters === typed.letters) return 1;
  // Talk around a matter is guessed at no further: a word half typed is something else as often.
  if (term.strength === 'weak' || length < INSIDE || meant.letters.charCodeAt(0) !== typed.letters.charCodeAt(0))
    return undefined;
  if (meant.letters.startsWith(typed.letters)) return (0.6 * length) / meant.letters.length;
  if (meant.folded === typed.folded) return 0.8;
  const distance = findEditDistance(meant.letters, typed.letters, length >= 9 ? 2 : 1);
  // Two slips in a long word are less than one in a short one.
  return distance === undefined ? undefined : 0.85 - (SLIP * distance) / length;
}
