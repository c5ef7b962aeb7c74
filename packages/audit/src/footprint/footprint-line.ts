import type { AuditKind, AuditLine } from '../audit-line.ts';
import { officerNumber } from './officer-number.ts';

/**
 * Who left a line, as the person it is about is told: themselves, somebody who may act for them, an officer of an organ,
 * an organ's own process, or somebody else. Never a key, an account or a name.
 */
export type FootprintWho = 'you' | 'representative' | 'officer' | 'office' | 'other';

/** One line as the person it is about sees it. */
export interface FootprintLine {
  /** Number of the line in its stream. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: AuditKind;
  readonly action: string;
  readonly case?: string;
  /** Name of what was opened; never what stands in it. */
  readonly field?: string;
  readonly who: FootprintWho;
  readonly organ?: string;
  /** Of the officer; see `officerNumber`. */
  readonly number?: string;
  readonly purpose?: string;
  readonly article?: string;
  readonly result: string;
  readonly via: string;
}

/** What a door knows of keys. */
export interface FootprintView {
  isOwn(kid: string): boolean;
  isRepresentative(kid: string): boolean;
  /** Of a process, not of a person. */
  isOffice(kid: string, org: string): boolean;
}

/** A line without what tells who an officer is, and without what only whoever runs the door needs. */
export function footprintLine(line: AuditLine, view: FootprintView): FootprintLine {
  const { seq, at, kind, action, purpose, article, result, via } = line;
  const field = /^case\/[\w-]{22}\/([a-z][a-z0-9-]{0,63})$/.exec(line.object ?? '')?.[1];
  return {
    seq,
    at,
    kind,
    action,
    ...(line.case === undefined ? {} : { case: line.case }),
    ...(field === undefined ? {} : { field }),
    ...whoOf(line.actor, view),
    ...(purpose === undefined ? {} : { purpose }),
    ...(article === undefined ? {} : { article }),
    result,
    via,
  };
}

function whoOf({ kid, org }: AuditLine['actor'], view: FootprintView): Pick<FootprintLine, 'who' | 'organ' | 'number'> {
  if (kid !== undefined && view.isOwn(kid)) return { who: 'you' };
  if (kid === undefined || org === undefined) {
    return { who: kid !== undefined && view.isRepresentative(kid) ? 'representative' : 'other' };
  }
  if (view.isOffice(kid, org)) return { who: 'office', organ: org };
  return { who: 'officer', organ: org, number: officerNumber(org, kid) };
}
