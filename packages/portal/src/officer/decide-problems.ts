/** What an officer has answered so far. */
export interface DecideAnswers {
  readonly decision: string | undefined;
  readonly reason: string | undefined;
  readonly words: string;
  /** What is missing, where the application goes back. */
  readonly points: readonly string[];
}

type DecideField = 'decision' | 'reason' | 'points' | 'reason-words';

/** Fields that still need an answer: a grant none, a return what is missing and words, a refusal a reason and words. */
export function decideProblems({ decision, reason, words, points }: DecideAnswers): readonly DecideField[] {
  if (decision === undefined) return ['decision'];
  if (decision === 'grant') return [];
  const lacksWhy = decision === 'return' ? points.length === 0 : reason === undefined;
  const why: DecideField = decision === 'return' ? 'points' : 'reason';
  return [...(lacksWhy ? [why] : []), ...(words.trim() === '' ? (['reason-words'] as const) : [])];
}
