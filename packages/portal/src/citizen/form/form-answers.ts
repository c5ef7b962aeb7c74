import type { ApplicationDraft } from '../../forms/application-draft.ts';
import type { OwnForm, Service } from '../../server/service.ts';
import { type LocalRecord, localRecord } from '../../store/local-record.ts';

/** Answers to a service's own questions, as they were typed, by question; none leaves the browser before it is sent. */
export interface FormAnswers {
  readonly answers: Readonly<Record<string, string>>;
  readonly path: 'auto' | 'manual' | undefined;
  readonly updatedAt: number;
}

export const noAnswers: FormAnswers = { answers: {}, path: undefined, updatedAt: 0 };

export function formStore(service: string): LocalRecord<FormAnswers> {
  return localRecord(`minglu.form.${service}`, parseAnswers);
}

export function parseAnswers(raw: unknown): FormAnswers | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { answers, path, updatedAt } = raw as Record<string, unknown>;
  if (typeof answers !== 'object' || answers === null || typeof updatedAt !== 'number') return undefined;
  const texts = Object.entries(answers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const chosen = path === 'auto' || path === 'manual' ? path : undefined;
  return { answers: Object.fromEntries(texts), path: chosen, updatedAt };
}

/** The answers as the application that is signed: fields of the ledger, fields of the service, what is sealed. */
export function toApplication(
  service: Service,
  form: OwnForm,
  { answers, path, updatedAt }: FormAnswers,
): ApplicationDraft {
  const fields: Record<string, string | number> = {};
  const sealed: Record<string, string> = {};
  const common = { tradeName: '', region: '', operator: '' };
  let scope: readonly string[] = [];
  for (const { id, kind, field, sealed: isSealed } of form.questions) {
    const answer = (answers[id] ?? '').trim();
    if (kind === 'operator') common.operator = answer;
    else if (isSealed === true) {
      if (answer !== '') sealed[id] = answer;
    } else if (field === 'tradeName' || field === 'region') common[field] = answer;
    else if (kind === 'scope') scope = answer === '' ? [] : answer.split(' ');
    else if (field !== undefined && answer !== '') fields[field] = kind === 'number' ? Number(answer) : answer;
  }
  const own = (service.publicFields ?? []).some(({ value }) => value !== undefined) ? { fields } : {};
  return { ...common, scope, path, updatedAt, sealed, ...own };
}
