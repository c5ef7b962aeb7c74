import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { parseMoney } from '../../forms/money.ts';
import type { FormQuestion, OwnForm, Service } from '../../server/service.ts';
import { askedQuestions } from './asked-questions.ts';
import { parsePeople, peopleText } from './people.ts';

interface Filled {
  readonly common: { tradeName: string; region: string; operator: string };
  readonly fields: Record<string, string | number>;
  readonly sealed: Record<string, string>;
  readonly counts: Record<string, number>;
  readonly licences: string[];
  scope: readonly string[];
}

/** The answers as the application that is signed: fields of the ledger, fields of the service, what is sealed. */
export function toApplication(service: Service, form: OwnForm, draft: ApplicationDraft): ApplicationDraft {
  const { answers = {} } = draft;
  const common = { tradeName: '', region: '', operator: '' };
  const filled: Filled = { common, fields: {}, sealed: {}, counts: {}, licences: [], scope: [] };
  const asked = askedQuestions(form, answers);
  for (const question of asked) fill(filled, question, answers);
  const { fields, sealed, counts, licences, scope } = filled;
  const own = (service.publicFields ?? []).some(({ value }) => value !== undefined) ? { fields } : {};
  const kinds = new Set(asked.map(({ id }) => id));
  const premises = (draft.premises ?? []).filter(({ kind }) => kinds.has(kind));
  return { ...draft, ...common, scope, sealed, counts, licences, premises, ...own };
}

function fill(filled: Filled, question: FormQuestion, answers: Readonly<Record<string, string>>): void {
  const { id, kind, field, sealed } = question;
  const answer = (answers[id] ?? '').trim();
  if (kind === 'operator') filled.common.operator = answer;
  else if (kind === 'people') {
    const people = parsePeople(answer);
    filled.counts[id] = people.length;
    if (people.length > 0) filled.sealed[id] = peopleText(people, question.parts ?? []);
  } else if (sealed === true) {
    if (kind !== 'file' && answer !== '') filled.sealed[id] = answer;
  } else if (field === 'tradeName' || field === 'region') filled.common[field] = answer;
  else if (kind === 'scope') filled.scope = answer === '' ? [] : answer.split(' ');
  else if (field !== undefined && answer !== '') fillField(filled, { ...question, field }, answers);
}

function fillField(
  { fields, licences }: Filled,
  { id, kind, field }: FormQuestion & { readonly field: string },
  answers: Readonly<Record<string, string>>,
): void {
  const answer = (answers[id] ?? '').trim();
  if (kind === 'number') fields[field] = Number(answer);
  else if (kind === 'money') fields[field] = parseMoney(answer) ?? 0;
  else fields[field] = answer;
  if (kind === 'licence') licences.push(answer);
  const other = (answers[otherOf(id)] ?? '').trim();
  if (kind === 'choice' && answer === OTHER && other !== '') fields[otherOf(field)] = other;
}

/** 其他, with words of the applicant's own. */
export const OTHER = 'other';

/** Where the words of 其他 stand: beside the answer, and beside the field. */
export function otherOf(name: string): string {
  return `${name}-other`;
}
