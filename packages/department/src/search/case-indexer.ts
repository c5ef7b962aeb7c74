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

/** How many papers of the past are asked for at a time, and written down together. */
const PAST_BATCH = 32;

/**
 * Enters every application of this department in its blind index, as the follower hears of it; those of the past too, for
 * a person whose licence is older than this process is still looked for.
 */
export function caseIndexer(index: BlindIndex, wordsOf: WordsOf): CaseListener {
  const linesOf = async ({ case: { id }, cause }: CaseEvent) =>
    cause === undefined ? [] : [{ id, terms: termsIn(await wordsOf(id, cause)) }];
  return {
    name: 'search',
    async onCaseEvent(event) {
      if (event.name === 'case.submitted') await index.add(await linesOf(event));
    },
    async onPastEvents(events) {
      const filed = events.filter(({ name }) => name === 'case.submitted');
      for (let at = 0; at < filed.length; at += PAST_BATCH) {
        const lines = await Promise.all(filed.slice(at, at + PAST_BATCH).map(linesOf));
        await index.add(lines.flat());
      }
    },
  };
}

function termsIn(words: Readonly<Record<string, string>>): readonly SearchTerm[] {
  return Object.entries(words).flatMap(([sealed, text]) => {
    const term = Object.hasOwn(TERMS, sealed) ? TERMS[sealed]?.(text) : undefined;
    return term === undefined || term.text === '' ? [] : [term];
  });
}
