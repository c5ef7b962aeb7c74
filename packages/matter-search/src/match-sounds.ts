import type { MatterIndex, SoundTerm } from './matter-index.ts';
import { type Sound, soundOf } from './readings.ts';
import type { Run, Span } from './span.ts';

/** What one difference costs; a word of n characters forgives a quarter of n. */
const SOUND = 0.3;
const NEAR_SOUND = 0.5;
const OTHER = 1;
const FORGIVEN = 0.25;

/** Strong words with a character that sounds alike, is wrong, is missing or is one too many. */
export function matchSounds<Id extends string>(index: MatterIndex<Id>, run: Run, mass: readonly number[]): Span[] {
  const typed = typedSounds(run, mass);
  const heard = new Set(typed.flatMap(({ folded }) => folded));
  const present = new Set(typed.map(({ character }) => character));
  return index.sounds.flatMap((sound) => {
    if (!mayOccur(sound, present, heard)) return [];
    const found = findNearest(typed, sound.characters);
    if (found === undefined) return [];
    const start = run.start + widthOf(typed, found.from);
    const end = run.start + widthOf(typed, found.to);
    const weight = sound.term.weight * (0.85 - (0.4 * found.cost) / sound.characters.length);
    return [{ start, end, term: sound.term, how: found.cost < OTHER ? 'sound' : 'typo', weight } as const];
  });
}

/** A word of asking is no slip of another word: 怎 in 怎么 is not 证. */
interface TypedSound extends Sound {
  readonly isFiller: boolean;
}

function typedSounds(run: Run, mass: readonly number[]): TypedSound[] {
  let at = run.start;
  return [...run.text].map((character) => {
    const isFiller = mass[at] === 0;
    at += character.length;
    return { ...soundOf(character), isFiller };
  });
}

/** Cheap and safe: one character at least is right, and all but one are there or sound like one that is. */
function mayOccur({ characters }: SoundTerm, present: ReadonlySet<string>, heard: ReadonlySet<string>): boolean {
  let missing = characters.length >= 4 ? 1 : 0;
  let same = 0;
  for (const { character, folded } of characters) {
    if (present.has(character)) same += 1;
    else if (!folded.some((reading) => heard.has(reading))) missing -= 1;
    if (missing < 0) return false;
  }
  return same > 0;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/**
 * The stretch of the text nearest to the word, when near enough and not the word itself. Its first and last characters must sound right:
 * a word short of its end is only a part of it, and any word could stand before or after.
 */
function findNearest(text: readonly TypedSound[], word: readonly Sound[]): Window | undefined {
  const first = word[0];
  const last = word[word.length - 1];
  let best: Window | undefined;
  for (const [from, sound] of text.entries()) {
    if (first === undefined || last === undefined || difference(sound, first) >= OTHER) continue;
    for (const to of [from + word.length, from + word.length - 1, from + word.length + 1]) {
      const end = text[to - 1];
      if (end === undefined || to - from < 2 || difference(end, last) >= OTHER) continue;
      const cost = costOf(text.slice(from, to), word);
      if (cost > 0 && cost <= word.length * FORGIVEN && (best === undefined || cost < best.cost))
        best = { from, to, cost };
    }
  }
  return best;
}

/** Of two stretches whose lengths differ by one at most: the cheapest way with one character left out of the longer. */
function costOf(typed: readonly TypedSound[], word: readonly Sound[]): number {
  if (typed.length === word.length) return costFrom(typed, word);
  let least = Number.POSITIVE_INFINITY;
  for (let left = 1; left < Math.max(typed.length, word.length) - 1; left += 1) {
    const without = <T>(list: readonly T[]) => [...list.slice(0, left), ...list.slice(left + 1)];
    const cost = typed.length > word.length ? costFrom(without(typed), word) : costFrom(typed, without(word));
    least = Math.min(least, OTHER + cost);
  }
  return least;
}

function costFrom(typed: readonly TypedSound[], word: readonly Sound[]): number {
  let cost = 0;
  for (const [at, sound] of typed.entries()) {
    const meant = word[at];
    if (meant !== undefined) cost += difference(sound, meant);
  }
  return cost;
}

function difference(typed: TypedSound, meant: Sound): number {
  if (typed.character === meant.character) return 0;
  if (typed.isFiller) return OTHER + OTHER;
  if (typed.readings.some((reading) => meant.readings.includes(reading))) return SOUND;
  return typed.folded.some((reading) => meant.folded.includes(reading)) ? NEAR_SOUND : OTHER;
}

function widthOf(sounds: readonly Sound[], count: number): number {
  let width = 0;
  for (const { character } of sounds.slice(0, count)) width += character.length;
  return width;
}
