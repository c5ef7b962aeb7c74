/** What an officer has answered so far. */
export interface DecideAnswers {
  readonly decision: string | undefined;
  readonly reason: string | undefined;
  readonly words: string;
  /** What is missing, where the application goes back. */
  readonly points: readonly string[];
}

/** Fields that still need an answer, as ids; a refusal needs a reason and words to the applicant, a return what is missing and words, a grant neither. */
export function decideProblems({
  decision,
  reason,
  words,
  points,
}: DecideAnswers): readonly ('decision' | 'reason' | 'points' | 'reason-words')[] {
  if (decision === undefined) return ['decision'];
  if (decision === 'grant') return [];
  if (decision === 'return') {
    return [
      ...(points.length === 0 ? (['points'] as const) : []),
      ...(words.trim() === '' ? (['reason-words'] as const) : []),
    ];
  }
  return [
    ...(reason === undefined ? (['reason'] as const) : []),
    ...(words.trim() === '' ? (['reason-words'] as const) : []),
  ];
}
