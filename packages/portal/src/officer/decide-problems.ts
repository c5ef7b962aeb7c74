/** What an officer has answered so far. */
export interface DecideAnswers {
  readonly decision: string | undefined;
  readonly reason: string | undefined;
  readonly words: string;
}

/** Fields that still need an answer, as ids; a refusal needs a reason and words to the applicant, a grant neither. */
export function decideProblems({
  decision,
  reason,
  words,
}: DecideAnswers): readonly ('decision' | 'reason' | 'reason-words')[] {
  if (decision === undefined) return ['decision'];
  if (decision !== 'refuse') return [];
  return [
    ...(reason === undefined ? (['reason'] as const) : []),
    ...(words.trim() === '' ? (['reason-words'] as const) : []),
  ];
}
