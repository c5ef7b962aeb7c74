import type { Words } from '@minglu/service-kit';
import type { MatterId } from './matter-id.ts';

/** `not-asked` 免提交: another organ has it · `may-follow` 可容缺: may come within the promised time · `required` 必交. */
export type Duty = 'not-asked' | 'may-follow' | 'required';

export interface Material {
  readonly paper: Words;
  readonly duty: Duty;
  readonly why: Words;
}

/** What a guide rests on. Without an article, or not verified: the text was not at hand; show the name only. */
export interface Basis {
  readonly law: string;
  readonly article?: string;
  readonly isVerified: boolean;
}

/** A time the law gives, in its own kind of days, with the article that gives it. */
export interface StatutoryTime {
  readonly words: Words;
  readonly law: string;
  readonly article: string;
}

export interface Guide {
  readonly id: MatterId;
  readonly conditions: readonly Words[];
  readonly materials: readonly Material[];
  /** 法定时限; empty where no text at hand gives one. */
  readonly statutory: readonly StatutoryTime[];
  /** 承诺时限 of the demonstration city. */
  readonly promised: Words;
  readonly fee: Words;
  /** What one holds at the end, and whether a sample can be seen. */
  readonly sample: Words;
  readonly office: Words;
  readonly phone: string;
  readonly basis: readonly Basis[];
  /** 最常见的 3 个补正. Written by hand for the demonstration, not counted from cases. */
  readonly faults: readonly [Words, Words, Words];
  /** What usually comes next. */
  readonly follows: readonly MatterId[];
  /** 演示: written to show the form; the real organ's guide prevails. */
  readonly isDemonstration: boolean;
}
