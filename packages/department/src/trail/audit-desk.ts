import { AUDIT_KINDS, type AuditKind, type AuditQuery, exportStream } from '@minglu/audit';
import {
  base64urlEncode,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type PublicKey,
  parseStrictJsonObject,
} from '@minglu/protocol';
import { checkLetter } from '../counter/check-letter.ts';
import { UsedOnce } from '../counter/used-once.ts';
import { DepartmentError } from '../department-error.ts';
import type { DepartmentTrail } from './department-trail.ts';

export interface AuditDeskOptions {
  readonly chain: string;
  readonly trail: DepartmentTrail;
  clock(): number;
  /** Of an auditor now, from the ledger. */
  keyOf(kid: string, nowMs: number): Promise<PublicKey | undefined>;
  /** What the ledger says of this stream, with its proof. */
  anchorProof(stream: string): Promise<{ value: string; state: JsonValue; block: string } | undefined>;
  /** Opens what was sealed to this department. */
  open(sealed: string): Promise<string>;
}

type Question = Omit<AuditQuery, 'limit' | 'after' | 'before'>;

const DEFAULT_LINES = 50;
const MOST_LINES = 500;
const TEXTS: Readonly<Record<string, RegExp>> = {
  actor: /^[\w-]{43}$/,
  org: /^[a-z][a-z0-9-]{1,62}$/,
  object: /^[a-z][a-z-]{0,39}\/[\w.:/-]{1,302}$/,
  case: /^[\w-]{22}$/,
  action: /^[a-z][a-z0-9.-]{0,163}$/,
  result: /^[a-z][a-z0-9-]{0,63}$/,
};

/**
 * An auditor at a department's own door. The platform never sees what was opened here, so it cannot be asked: the auditor
 * signs what is asked for, the department finds in the ledger that the key is an auditor's, and writes down that it looked.
 */
export class AuditDesk {
  readonly #options: AuditDeskOptions;
  readonly #used = new UsedOnce();

  constructor(options: AuditDeskOptions) {
    this.#options = options;
  }

  /** Lines, newest first; `root` over the first `anchored` of them where the letter names so many. */
  async read(letter: string): Promise<JsonObject> {
    const { stream } = this.#options.trail;
    const { query, before, limit, anchored } = await this.#take(letter);
    const { lines, next } = await stream.read({ ...query, before: before ?? Number.POSITIVE_INFINITY, limit });
    const isReached = anchored !== undefined && anchored <= stream.size;
    return {
      ...{ stream: stream.name, lines: lines as unknown as JsonValue, size: stream.size },
      ...(next === undefined ? {} : { next }),
      ...(isReached ? { root: base64urlEncode(stream.root(anchored).root) } : {}),
    };
  }

  /** The lines with their proofs, as a file. Throws `audit-not-anchored`. */
  async export(letter: string): Promise<JsonObject> {
    const { chain, trail, anchorProof } = this.#options;
    const { query } = await this.#take(letter);
    const anchor = await anchorProof(trail.stream.name);
    if (anchor === undefined) throw new DepartmentError('audit-not-anchored');
    const { text, lines, later } = await exportStream(trail.stream, query, { chain, anchor });
    return { text, lines, later };
  }

  /**
   * What this department's head answered to a finding: sealed to the department, for no auditor has a key that is sealed to.
   * Only words that say themselves which finding they answer are given: any other envelope stays closed.
   */
  async words(letter: string): Promise<JsonObject> {
    const { finding, sealed } = await this.#take(letter);
    if (finding === undefined || sealed === undefined) throw new DepartmentError('letter-malformed');
    const text = await this.#options.open(sealed);
    const words = wordsFor(finding, text);
    if (words === undefined) throw new DepartmentError('words-of-another');
    return { words };
  }

  async #take(letter: string): Promise<Asked> {
    const { chain, trail, clock, keyOf } = this.#options;
    const nowMs = clock();
    const { payload, nonce } = await checkLetter(letter, {
      ...{ chain, audience: trail.organisation, nowMs, type: 'minglu-audit+v0' },
      keyOf: (kid) => keyOf(kid, nowMs),
    });
    this.#used.take(nonce, nowMs);
    return readAsked(payload);
  }
}

interface Asked {
  readonly query: Question;
  readonly before?: number;
  readonly limit: number;
  readonly anchored?: number;
  readonly finding?: string;
  readonly sealed?: string;
}

function readAsked({ query = {}, before, limit = DEFAULT_LINES, anchored, finding, sealed }: JsonObject): Asked {
  if (!isJsonObject(query) || !isCount(limit) || limit > MOST_LINES) throw new DepartmentError('letter-malformed');
  return {
    ...{ query: readQuery(query), limit: Math.max(1, limit) },
    ...(isCount(before) ? { before } : {}),
    ...(isCount(anchored) ? { anchored } : {}),
    ...(typeof finding === 'string' ? { finding } : {}),
    ...(typeof sealed === 'string' ? { sealed } : {}),
  };
}

function readQuery(query: JsonObject): Question {
  for (const [name, value] of Object.entries(query)) {
    const pattern = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
    const isKind = name === 'kind' && AUDIT_KINDS.includes(value as AuditKind);
    const isTime = (name === 'from' || name === 'until') && isCount(value);
    const isText = typeof value === 'string' && pattern?.test(value) === true;
    if (!isKind && !isTime && !isText) throw new DepartmentError('letter-malformed', { member: 'query' });
  }
  return query as Question;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function wordsFor(finding: string, text: string): string | undefined {
  try {
    const said = parseStrictJsonObject(text);
    return said.finding === finding && typeof said.words === 'string' ? said.words : undefined;
  } catch {
    return undefined;
  }
}
