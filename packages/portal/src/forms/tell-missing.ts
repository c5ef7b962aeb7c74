import type { FieldProblem } from './ErrorSummary.tsx';

interface Told {
  /** For the summary above the form. */
  readonly problems: readonly FieldProblem[];
  /** For beside the field. */
  readonly problemOf: (field: string) => string | undefined;
}

/** What a form still lacks, in words: nothing until its button has been pressed once. */
export function tellMissing(attempt: number, missing: readonly string[], wordsOf: (field: string) => string): Told {
  const problems = attempt === 0 ? [] : missing.map((field) => ({ field, words: wordsOf(field) }));
  return { problems, problemOf: (field) => problems.find((problem) => problem.field === field)?.words };
}
