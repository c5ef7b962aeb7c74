import type { Sound } from './readings.ts';

/** How much a word says by itself: a `strong` one names the matter, a `weak` one is only talk around it. */
export type Strength = 'strong' | 'weak';

/** A word of one matter. */
export interface Term {
  /** As the author wrote it, for showing. */
  readonly text: string;
  /** Normalised, for comparing. */
  readonly key: string;
  /** Place of the matter in the list. */
  readonly matter: number;
  readonly strength: Strength;
  /** What finding all of it is worth. */
  readonly weight: number;
}

/** A strong word by its sounds, character by character. */
export interface SoundTerm {
  readonly term: Term;
  readonly characters: readonly Sound[];
}

/** A word in letters: whole pinyin, English, or first letters of the pinyin. */
export interface LatinTerm {
  readonly term: Term;
  readonly letters: string;
  /** The letters as a southern ear hears them. */
  readonly folded: string;
  readonly how: 'pinyin' | 'english' | 'initials';
}

/** Built once; nothing in it changes afterwards. */
export interface MatterIndex<Id extends string> {
  readonly ids: readonly Id[];
  /** Places of the matters that pay. */
  readonly paying: ReadonlySet<number>;
  /** Chinese words, exact. */
  readonly words: ReadonlyMap<string, readonly Term[]>;
  readonly longestWord: number;
  /** Two neighbouring characters: the best word each matter has them in. */
  readonly pairs: ReadonlyMap<string, readonly Term[]>;
  /** Two-character names that are said with something between, by their first character. */
  readonly apart: ReadonlyMap<string, readonly Term[]>;
  /** English words by themselves, those of asking among them. */
  readonly english: ReadonlySet<string>;
  readonly sounds: readonly SoundTerm[];
  readonly latin: readonly LatinTerm[];
}
