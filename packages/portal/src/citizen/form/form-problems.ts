import type { FormQuestion, OwnForm, PublicField, Service } from '../../server/service.ts';
import type { FormAnswers } from './form-answers.ts';

/** A message key with what fills it. */
export interface FormProblem {
  readonly key: string;
  readonly facts?: Readonly<Record<string, number>>;
}

const NAME_LENGTH = [2, 60] as const;
const OPERATOR_LENGTH = [2, 40] as const;

/** The one thing wrong with the answer to a question; the ledger asks the same again, whatever this page lets pass. */
export function findFormProblem(service: Service, question: FormQuestion, answer = ''): FormProblem | undefined {
  const text = answer.trim();
  const value = findField(service, question)?.value;
  if (text === '') return value?.optional === true ? undefined : { key: 'ownForm.none' };
  switch (question.kind) {
    case 'choice':
      return value?.kind === 'choice' && value.choices.includes(text) ? undefined : { key: 'ownForm.none' };
    case 'region':
      return /^[1-9]\d{5}$/.test(text) ? undefined : { key: 'ownForm.none' };
    case 'scope':
      return undefined;
    case 'number':
      return value?.kind === 'number' ? numberProblem(text, value) : undefined;
    case 'date':
      return isDay(text) ? undefined : { key: 'ownForm.day' };
    case 'operator':
      return lengthProblem(text, OPERATOR_LENGTH);
    case 'text': {
      if (value?.kind === 'text') return lengthProblem(text, [1, value.max]);
      return lengthProblem(text, question.sealed === true ? [1, question.max ?? 1] : NAME_LENGTH);
    }
  }
}

/** The step that still needs an answer; `path` is the choice of 秒批 or a person, after all questions. */
export function findOpenStep(service: Service, form: OwnForm, { answers, path }: FormAnswers): string | undefined {
  const open = form.questions.find(
    (question) => findFormProblem(service, question, answers[question.id]) !== undefined,
  );
  return open?.id ?? (path === undefined ? 'path' : undefined);
}

export function findField(service: Service, { field }: FormQuestion): PublicField | undefined {
  return service.publicFields?.find(({ name }) => name === field);
}

function numberProblem(text: string, { min, max }: { readonly min: number; readonly max: number }) {
  const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? undefined : { key: 'ownForm.number', facts: { min, max } };
}

function lengthProblem(text: string, [min, max]: readonly [number, number]): FormProblem | undefined {
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(text)) return { key: 'ownForm.strange' };
  return text.length >= min && text.length <= max ? undefined : { key: 'ownForm.length', facts: { min, max } };
}

/** `2026-02-30` is no day. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
