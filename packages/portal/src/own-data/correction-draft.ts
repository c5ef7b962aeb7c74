import { looksMasked } from '@minglu/sdk';

export interface CorrectionDraft {
  readonly case: string;
  readonly kind: string;
  readonly about: string;
  readonly words: string;
}

export const correctionSubjects = ['name', 'id-number', 'contact', 'address', 'papers', 'access', 'other'] as const;

/** A masked value is none: it would be written over what is there. A complaint may quote one. */
export function isMasked({ kind, words }: CorrectionDraft): boolean {
  return kind !== 'complaint' && looksMasked(words);
}

/** Fields that still need an answer. */
export function correctionProblems(draft: CorrectionDraft): readonly string[] {
  const words = draft.words.trim();
  return [
    ...(draft.case === '' ? ['correction-case'] : []),
    ...(draft.kind === '' ? ['correction-kind'] : []),
    ...(draft.about === '' ? ['correction-about'] : []),
    ...(words === '' || isMasked(draft) ? ['correction-words'] : []),
  ];
}
