import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { formatMoney, parseMoney } from '../../forms/money.ts';
import { parseLicenceNumber } from '../../forms/parse-licence-number.ts';
import type { FormQuestion, OwnForm, PublicField, Service } from '../../server/service.ts';
import { askedQuestions } from './asked-questions.ts';
import { OTHER, otherOf } from './form-answers.ts';
import { parsePeople } from './people.ts';

/** A message key with what fills it. */
export interface FormProblem {
  readonly key: string;
  readonly facts?: Readonly<Record<string, number | string>>;
}

type Given = Pick<ApplicationDraft, 'answers' | 'path' | 'premises'>;

const NAME_LENGTH = [2, 60] as const;
const OPERATOR_LENGTH = [2, 40] as const;

/** The one thing wrong with the answer to a question; the ledger asks the same again, whatever this page lets pass. */
export function findFormProblem(service: Service, question: FormQuestion, given: Given): FormProblem | undefined {
  const { id, kind } = question;
  const text = (given.answers?.[id] ?? '').trim();
  const value = findField(service, question)?.value;
  const mayBeOpen = value?.optional === true || question.optional === true;
  if (kind === 'file') {
    const isThere = (given.premises ?? []).some((page) => page.kind === id);
    return isThere || mayBeOpen ? undefined : { key: 'ownForm.noPaper' };
  }
  if (kind === 'people') return peopleProblem(question, text);
  if (text === '') return mayBeOpen ? undefined : { key: 'ownForm.none' };
  switch (kind) {
    case 'choice':
      return choiceProblem(value, text, given.answers?.[otherOf(id)] ?? '');
    case 'region':
      return /^[1-9]\d{5}$/.test(text) ? undefined : { key: 'ownForm.none' };
    case 'scope':
      return undefined;
    case 'number':
      return value?.kind === 'number' ? numberProblem(text, value) : undefined;
    case 'money':
      return value?.kind === 'money' ? moneyProblem(text, value) : undefined;
    case 'licence': {
      const parsed = parseLicenceNumber(text);
      return 'problem' in parsed ? { key: `number.${parsed.problem}` } : undefined;
    }
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
export function findOpenStep(service: Service, form: OwnForm, given: Given): string | undefined {
  const open = askedQuestions(form, given.answers ?? {}).find(
    (question) => findFormProblem(service, question, given) !== undefined,
  );
  return open?.id ?? (given.path === undefined ? 'path' : undefined);
}

export function findField(service: Service, { field }: FormQuestion): PublicField | undefined {
  return service.publicFields?.find(({ name }) => name === field);
}

function choiceProblem(value: PublicField['value'], text: string, other: string): FormProblem | undefined {
  if (value?.kind !== 'choice') return { key: 'ownForm.none' };
  if (text === OTHER && value.other !== undefined)
    return other.trim() === '' ? { key: 'ownForm.other' } : lengthProblem(other.trim(), [1, value.other]);
  return value.choices.includes(text) ? undefined : { key: 'ownForm.none' };
}

function peopleProblem({ parts = [], max = 1, optional }: FormQuestion, text: string): FormProblem | undefined {
  const people = parsePeople(text);
  if (people.length === 0) return optional === true ? undefined : { key: 'ownForm.nobody' };
  if (people.length > max) return { key: 'ownForm.tooMany', facts: { max } };
  for (const person of people) {
    for (const part of parts) {
      const said = (person[part.id] ?? '').trim();
      if (said === '' && part.optional === true) continue;
      const problem = said === '' ? { key: 'ownForm.person' } : lengthProblem(said, [1, part.max]);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function numberProblem(text: string, { min, max }: { readonly min: number; readonly max: number }) {
  const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? undefined : { key: 'ownForm.number', facts: { min, max } };
}

function moneyProblem(text: string, { min, max }: { readonly min: number; readonly max: number }) {
  const fen = parseMoney(text);
  if (fen !== undefined && fen >= min && fen <= max) return undefined;
  return { key: 'ownForm.money', facts: { min: formatMoney(min), max: formatMoney(max) } };
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
