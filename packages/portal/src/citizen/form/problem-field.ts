import type { FormQuestion } from '../../server/service.ts';
import { OTHER } from './form-answers.ts';

/** Where an error summary leads for a question: to the control itself, not to what stands around it. */
export function fieldOf(
  step: string,
  question: FormQuestion | undefined,
  answers: Readonly<Record<string, string>>,
): string {
  const id = `answer-${step}`;
  if (question?.kind === 'people') return `${id}-0-${question.parts?.[0]?.id ?? ''}`;
  return question?.kind === 'choice' && answers[step] === OTHER ? `${id}-words` : id;
}
