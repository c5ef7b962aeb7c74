import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { CaseNote } from '../follow/case-event.ts';
import { type CaseProof, readCaseProof } from './case-proof.ts';

/** A proof is good for ten minutes around the department's clock: longer than a page's clock is wrong, shorter than a theft pays. */
const PROOF_LIFETIME_MS = 600_000;

export interface CaseCounterOptions {
  readonly chain: string;
  readonly organisation: string;
  findCase(id: string): CaseNote | undefined;
  /** Whether the key that signed may do so in the holder's place. */
  actsFor(note: CaseNote, agent: string, deed: string): boolean;
  /** A look at the log now: a case filed a second ago may not have been read yet. */
  look(): Promise<void>;
  clock(): number;
}

export interface ProvenCase {
  readonly note: CaseNote;
  readonly proof: CaseProof;
}

/** What an agent may ask for at this counter, and the read that his mandate must name; anything else is the holder's alone. */
const OF_AGENTS: Readonly<Record<string, string>> = {
  'documents.list': 'cases.read',
  'documents.read': 'cases.read',
};

/**
 * Lets a case's holder in, whoever may read in his place, and nobody else. Who holds a case is taken from the log that this department proved by
 * itself; a case of another organ, one that never was and one that somebody else holds get the same answer.
 */
export class CaseCounter {
  readonly #options: CaseCounterOptions;

  constructor(options: CaseCounterOptions) {
    this.#options = options;
  }

  async prove(jws: unknown, purpose: string): Promise<ProvenCase> {
    const { chain, organisation, clock, findCase } = this.#options;
    const proof = readCaseProof(jws, { chain, organisation });
    if (proof.purpose !== purpose || Math.abs(clock() - proof.at) > PROOF_LIFETIME_MS)
      throw new DepartmentError('proof-refused');
    if (findCase(proof.case) === undefined) await this.#options.look();
    const note = findCase(proof.case);
    if (note === undefined || !this.#isLetIn(note, proof)) throw new DepartmentError('proof-refused');
    return { note, proof };
  }

  #isLetIn(note: CaseNote, { kid, purpose }: CaseProof): boolean {
    if (note.holder === kid) return true;
    const deed = Object.hasOwn(OF_AGENTS, purpose) ? OF_AGENTS[purpose] : undefined;
    return deed !== undefined && this.#options.actsFor(note, kid, deed);
  }

  /** Those of many that prove; the others are left out without a word. Malformed ones throw. */
  async proveEach(list: unknown, purpose: string, most: number): Promise<ProvenCase[]> {
    if (!Array.isArray(list) || list.length > most) throw new DepartmentError('request-malformed', { most });
    const proven: ProvenCase[] = [];
    for (const jws of list) {
      const one = await this.prove(jws, purpose).catch((error: unknown) => {
        if (error instanceof DepartmentError && error.code === 'proof-refused') return undefined;
        throw error;
      });
      if (one !== undefined) proven.push(one);
    }
    return proven;
  }
}

/** The content of a proof that must have one. */
export function contentOf({ proof }: ProvenCase): JsonObject {
  if (proof.content === undefined) throw new DepartmentError('proof-malformed', { part: 'content' });
  return proof.content;
}
