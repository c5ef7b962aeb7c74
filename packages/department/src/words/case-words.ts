import { maskOf } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';
import type { CaseNote } from '../follow/case-event.ts';
import type { CasePapers } from '../papers/case-papers.ts';

/** What a leave to see masks is for; nothing that an officer can ask to open. */
const MASKS = 'masks';

export interface CaseWordsOptions {
  /** Nothing where the department follows no platform: then there is nothing to open. */
  readonly papers: Pick<CasePapers, 'envelopesOf' | 'open' | 'redeem' | 'wordsToTell'> | undefined;
  findCase(id: string): CaseNote | undefined;
  /** A look at the log now: a case filed a second ago may not have been read yet. */
  look(): Promise<void>;
}

/** An officer's request, as the body says it; what the platform was told has to be the same. */
export interface AskedOpening {
  readonly opening: string;
  readonly case: string;
  readonly field: string;
  readonly purpose: string;
}

/**
 * The words of this department's cases, one envelope at a time. An envelope is taken from the case as it was signed, never
 * from whoever asks: or an officer could open one case's under the name of another, whose holder would read of it.
 */
export class CaseWords {
  readonly #options: CaseWordsOptions;

  constructor(options: CaseWordsOptions) {
    this.#options = options;
  }

  /**
   * What stands in one envelope, for the officer whose key is `kid`. Throws `opening-refused` unless the platform says that
   * just this was asked for by just this officer, with a line in its trail; `envelope-not-found`.
   */
  async open(kid: string | undefined, asked: AskedOpening): Promise<string> {
    const { papers } = this.#options;
    if (papers === undefined || kid === undefined) throw new DepartmentError('opening-refused');
    const leave = await papers.redeem(asked.opening);
    const isSame = leave.case === asked.case && leave.purpose === asked.purpose && leave.fields.join() === asked.field;
    if (!isSame || leave.kid !== kid) throw new DepartmentError('opening-refused');
    const envelopes = await papers.envelopesOf(asked.case, await this.#signed(asked.case));
    const sealed = Object.hasOwn(envelopes, asked.field) ? envelopes[asked.field] : undefined;
    if (sealed === undefined) throw new DepartmentError('envelope-not-found');
    return await papers.open(sealed);
  }

  /** Masks by the names of the envelopes that the leave is for; nothing of what has none. Throws `opening-refused`. */
  async masked(
    kid: string | undefined,
    asked: Pick<AskedOpening, 'opening' | 'case'>,
  ): Promise<Record<string, string>> {
    const { papers } = this.#options;
    if (papers === undefined || kid === undefined) throw new DepartmentError('opening-refused');
    const leave = await papers.redeem(asked.opening);
    if (leave.kid !== kid || leave.case !== asked.case || leave.purpose !== MASKS)
      throw new DepartmentError('opening-refused');
    const words = await this.all(asked.case);
    return Object.fromEntries(
      leave.fields.flatMap((name) => {
        const mask = Object.hasOwn(words, name) ? maskOf(name, words[name] ?? '') : undefined;
        return mask === undefined ? [] : [[name, mask]];
      }),
    );
  }

  /** Everything that the applicant sealed to this department with the application. */
  async all(id: string): Promise<Record<string, string>> {
    const { papers } = this.#options;
    if (papers === undefined) throw new DepartmentError('envelope-not-found');
    return await papers.wordsToTell(id, await this.#signed(id));
  }

  async #signed(id: string): Promise<{ readonly id: string; readonly sidecar?: string }> {
    const { findCase, look } = this.#options;
    if (findCase(id) === undefined) await look();
    const note = findCase(id);
    if (note === undefined) throw new DepartmentError('envelope-not-found');
    return { id, ...(note.sidecar === undefined ? {} : { sidecar: note.sidecar }) };
  }
}
