/** Leave to open one envelope, with what it was given for. */
export interface EnvelopeOpening {
  readonly opening: string;
  readonly case: string;
  readonly field: string;
  readonly purpose: string;
}

/** Who did or saw what, as a department's own trail says it to the person it is about. */
export interface DepartmentTrace {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly action: string;
  readonly case?: string;
  readonly field?: string;
  readonly who: 'you' | 'representative' | 'officer' | 'office' | 'other';
  readonly organ?: string;
  readonly number?: string;
  readonly purpose?: string;
  readonly article?: string;
  readonly result: string;
  readonly via: string;
}

/** A request to correct or add to what a department holds, with its answer. */
export interface CaseCorrection {
  readonly id: string;
  readonly case: string;
  readonly kind: 'correct' | 'supplement' | 'complaint';
  readonly about: string;
  readonly words: string;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly answer?: {
    readonly outcome: string;
    readonly words: string;
    readonly at: number;
    /** Six digits of the officer; see the footprint. */
    readonly number: string;
  };
}

export interface CorrectionReply {
  readonly case: string;
  readonly correction: string;
  readonly outcome: 'corrected' | 'supplemented' | 'explained' | 'declined';
  readonly words: string;
}

/** What another organ's process answers to an officer's letter, by what the letter is written for. */
export interface LetterAnswers {
  readonly '/open': { readonly text: string };
  readonly '/masked': { readonly masked: Readonly<Record<string, string>> };
  readonly '/search': { readonly cases: readonly string[]; readonly total: number };
}
