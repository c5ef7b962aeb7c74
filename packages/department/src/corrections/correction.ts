import type { JsonObject } from '@minglu/protocol';
import { looksMasked } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';

/** 更正, 补充 (个人信息保护法 46), or that something in the footprint is not right (50, 65). */
const CORRECTION_KINDS = ['correct', 'supplement', 'complaint'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What it is about, in coarse words. */
const CORRECTION_SUBJECTS = ['name', 'id-number', 'contact', 'address', 'papers', 'access', 'other'] as const;
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

const CORRECTION_OUTCOMES = ['corrected', 'supplemented', 'explained', 'declined'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** A request as it stands on disk: words only sealed to the department itself. */
export interface Correction {
  /** Drawn by whoever asks: the same request twice is one. */
  readonly id: string;
  readonly case: string;
  readonly kind: CorrectionKind;
  readonly about: CorrectionSubject;
  readonly words: string;
  readonly askedAt: number;
  /** Last millisecond of the day in China. */
  readonly dueAt: number;
}

export interface CorrectionAnswer {
  readonly id: string;
  readonly outcome: CorrectionOutcome;
  readonly words: string;
  readonly at: number;
  /** Thumbprint of the officer's key. */
  readonly kid: string;
}

/** 平台承诺: the law says 及时 and no number of days. */
const TERM_DAYS = 30;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
const ID = /^[\w-]{21}[AQgw]$/;
/** As many as a proof has room for. */
const WORDS = /^(?!\s*$)[^\p{Cc}\p{Cs}]{1,500}$/u;

/** The day on which it is asked does not count; the last one counts whole. */
export function dueOf(askedAt: number): number {
  const day = Math.floor((askedAt + CHINA_MS) / DAY_MS);
  return (day + TERM_DAYS + 1) * DAY_MS - CHINA_MS - 1;
}

/** What the holder signed: `{"id","kind","about","words"}`. Throws `correction-invalid`, `masked-value`; facts say the member, never its value. */
export function parseAsked(content: JsonObject): Pick<Correction, 'id' | 'kind' | 'about' | 'words'> {
  const { id, kind, about, words, ...more } = content;
  if (Object.keys(more).length > 0) throw invalid('more');
  if (typeof id !== 'string' || !ID.test(id)) throw invalid('id');
  const ofKind = CORRECTION_KINDS.find((one) => one === kind);
  const subject = CORRECTION_SUBJECTS.find((one) => one === about);
  if (ofKind === undefined) throw invalid('kind');
  if (subject === undefined) throw invalid('about');
  return { id, kind: ofKind, about: subject, words: parseWords(words, ofKind !== 'complaint') };
}

/** What an officer answers. A refusal says why, like everything else (个人信息保护法 50). */
export function parseAnswered(body: JsonObject): Pick<CorrectionAnswer, 'outcome' | 'words'> {
  const outcome = CORRECTION_OUTCOMES.find((one) => one === body.outcome);
  if (outcome === undefined) throw invalid('outcome');
  return { outcome, words: parseWords(body.words, outcome !== 'explained') };
}

/** @param isValue what is said is to stand in a file afterwards: a masked value there would take the place of the real one */
function parseWords(words: unknown, isValue: boolean): string {
  if (typeof words !== 'string' || !WORDS.test(words)) throw invalid('words');
  if (isValue && looksMasked(words)) throw new DepartmentError('masked-value', { member: 'words' });
  return words;
}

function invalid(member: string): DepartmentError {
  return new DepartmentError('correction-invalid', { member });
}
