export interface RestAnswers {
  readonly reason: string | undefined;
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string;
  /** Address for service instead of the premises; nothing where those stay. */
  readonly address: string;
}

/** 自然灾害、事故灾难、公共卫生事件、社会安全事件等 (条例 30); the last is what the holder himself decides for. */
export const restGrounds = ['DISASTER', 'ACCIDENT', 'PUBLIC-HEALTH', 'PUBLIC-SAFETY', 'OTHER-HARDSHIP'] as const;

/** Fields that still need an answer. */
export function restProblems({ reason, until }: RestAnswers): readonly ('rest-reason' | 'rest-until')[] {
  const problems: ('rest-reason' | 'rest-until')[] = [];
  if (reason === undefined) problems.push('rest-reason');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) problems.push('rest-until');
  return problems;
}
