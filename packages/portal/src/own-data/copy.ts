import type { CaseContact, CaseCorrection, CaseMessage } from '@minglu/sdk';
import type { Trace } from '../footprint/merge-traces.ts';
import type { CaseEvent, CaseFile, CaseRecord } from '../server/ledger.ts';

/** A file with its bytes, base64. */
export interface CopiedFile {
  readonly kind: string;
  readonly title: string;
  readonly mediaType: string;
  readonly base64: string;
  readonly number?: string;
  readonly time?: number;
}

/** A part that could not be fetched now, and the code of why: a copy never looks more whole than it is. */
export interface MissingPart {
  readonly part: string;
  readonly code: string;
}

/** Everything held about one case. */
export interface CopiedCase {
  readonly id: string;
  readonly service: string;
  readonly name?: string;
  readonly organName: string;
  readonly record?: CaseRecord;
  readonly events: readonly CaseEvent[];
  /** What departments attested, what the contract found: the part for the holder and the organ. */
  readonly file?: CaseFile;
  readonly licence?: Readonly<Record<string, unknown>>;
  /** What was sealed to the organ, opened. */
  readonly words: Readonly<Record<string, string>>;
  /** What this browser kept of the form. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents: readonly CopiedFile[];
  readonly pages: readonly CopiedFile[];
  readonly messages: readonly CaseMessage[];
  readonly contact?: CaseContact;
  readonly corrections: readonly CaseCorrection[];
  readonly missing: readonly MissingPart[];
}

/** A person's own copy (个人信息保护法 45): by machine and, with `writeCopyPage`, by eye. */
export interface OwnCopy {
  readonly v: 0;
  readonly type: 'minglu-own-copy';
  readonly chain: string;
  readonly madeAt: number;
  readonly cases: readonly CopiedCase[];
  readonly footprint: readonly Trace[];
  readonly missing: readonly MissingPart[];
}
