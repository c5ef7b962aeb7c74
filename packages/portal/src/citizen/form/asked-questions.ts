import type { FormQuestion, OwnForm } from '../../server/service.ts';

/** The questions that are put to somebody who answered so: what depends on another choice is not asked, and not sent. */
export function askedQuestions(
  { questions }: OwnForm,
  answers: Readonly<Record<string, string>>,
): readonly FormQuestion[] {
  const asked: FormQuestion[] = [];
  for (const question of questions) {
    const { when } = question;
    const isAsked =
      when === undefined ||
      (asked.some(({ id }) => id === when.question) && when.is.includes(answers[when.question] ?? ''));
    if (isAsked) asked.push(question);
  }
  return asked;
}
