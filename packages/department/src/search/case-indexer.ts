import type { CaseEvent, CaseListener } from '../follow/case-event.ts';
import type { BlindIndex } from './blind-index.ts';
import { idNumberTerm, nameTerm, type SearchTerm } from './search-term.ts';

/** The words that a transaction sealed to this department, opened, by name. */
export type WordsOf = (
  caseId: string,
  transaction: { readonly id: string; readonly sidecar?: string },
) => Promise<Readonly<Record<string, string>>>;

const TERMS: Readonly<Record<string, (text: string) => SearchTerm>> = {
  operator: nameTerm,
  agent: nameTerm,
  'id-number': idNumberTerm,
  'agent-id-number': idNumberTerm,
};

/** Enters every application of this department in its blind index, as the follower hears of it. */
export function caseIndexer(index: BlindIndex, wordsOf: WordsOf): CaseListener {
  return {
    name: 'search',
    async onCaseEvent({ name, case: note, cause }: CaseEvent) {
      if (name !== 'case.submitted' || cause === undefined) return;
      const words = await wordsOf(note.id, cause);
      const terms = Object.entries(words).flatMap(([sealed, text]) => {
        const term = Object.hasOwn(TERMS, sealed) ? TERMS[sealed]?.(text) : undefined;
        return term === undefined || term.text === '' ? [] : [term];
      });
      await index.add(note.id, terms);
    },
  };
}
