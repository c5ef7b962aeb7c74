import type { AuditLine } from './audit-line.ts';
import type { AuditQuery } from './audit-stream.ts';

const BITS = 1 << 17;
const PROBES = 4;

/**
 * Which actors, objects, cases and codes a file of lines may speak of (a Bloom filter, 16 KiB for 4,096 lines, about one
 * wrong yes in 500): a question about one person does not read the files that never mention them.
 */
export class TermFilter {
  readonly #bits = new Uint32Array(BITS / 32);

  /** From `bytes` of another. */
  static of(bytes: Uint8Array): TermFilter {
    const filter = new TermFilter();
    filter.bytes.set(bytes.subarray(0, BITS / 8));
    return filter;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.#bits.buffer);
  }

  add(line: AuditLine): void {
    for (const term of termsOf(line)) {
      for (const bit of bitsOf(term)) this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  mayHold(query: AuditQuery): boolean {
    return askedTerms(query).every((term) =>
      bitsOf(term).every((bit) => (((this.#bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1),
    );
  }
}

const termsOf = ({ actor, object, case: id, organ, kind, action, result }: AuditLine): string[] =>
  [
    prefixed('a', actor.kid),
    prefixed('a', actor.account),
    prefixed('g', actor.org),
    prefixed('g', organ),
    prefixed('o', object),
    prefixed('c', id),
    prefixed('k', kind),
    prefixed('n', action),
    prefixed('r', result),
  ].filter((term) => term !== undefined);

const askedTerms = ({ actor, org, object, case: id, kind, action, result }: AuditQuery): string[] =>
  [
    prefixed('a', actor),
    prefixed('g', org),
    prefixed('o', object),
    prefixed('c', id),
    prefixed('k', kind),
    prefixed('n', action),
    prefixed('r', result),
  ].filter((term) => term !== undefined);

const prefixed = (prefix: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${prefix}${value}`;

/** FNV-1a from two starts, doubled. */
const bitsOf = (term: string): number[] => {
  const first = hash(term, 0x811c9dc5);
  const second = hash(term, 0x01234567) | 1;
  return Array.from({ length: PROBES }, (_, probe) => ((first + Math.imul(probe, second)) >>> 0) % BITS);
};

const hash = (term: string, start: number): number => {
  let value = start;
  for (let at = 0; at < term.length; at++) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x85ebca6b) ^ (value >>> 13);
};

/** Whether a line fits all that was asked. */
export const fits = (line: AuditLine, query: AuditQuery): boolean =>
  (query.actor === undefined || line.actor.kid === query.actor || line.actor.account === query.actor) &&
  (query.org === undefined || line.actor.org === query.org || line.organ === query.org) &&
  (query.object === undefined || line.object === query.object) &&
  (query.case === undefined || line.case === query.case) &&
  (query.kind === undefined || line.kind === query.kind) &&
  (query.action === undefined || line.action === query.action) &&
  (query.result === undefined || line.result === query.result) &&
  (query.from === undefined || line.at >= query.from) &&
  (query.until === undefined || line.at < query.until);
