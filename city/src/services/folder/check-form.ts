import { COMMON_FIELDS } from './common-fields.ts';
import type { Finding } from './finding.ts';
import type { FormQuestion, ServiceFolder } from './service-folder.ts';

const FILE = 'form.json';
/** Kinds that can be sealed; the last two are nothing else. */
const SEALED: readonly FormQuestion['kind'][] = ['text', 'date', 'file', 'people'];
const MAX_PAGES = 5;
const MAX_PEOPLE = 50;

/** Every public field is asked for once, by a question of its kind; the operator's name too. */
export function* checkForm({ manifest, form }: ServiceFolder): Iterable<Finding> {
  const fields = new Map(manifest.publicFields.map((field) => [field.name, field]));
  const asked = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, question] of form.questions.entries()) {
    const { id, kind, field } = question;
    const at = `questions[${index}]`;
    if (ids.has(id)) yield { code: 'code-repeated', file: FILE, at, facts: { field: id } };
    ids.add(id);
    if (kind === 'operator') asked.set('operator', (asked.get('operator') ?? 0) + 1);
    else if (isSealed(question)) yield* checkSealed(question, at);
    else if (field === undefined || !fields.has(field))
      yield { code: 'field-unknown', file: FILE, at, facts: { field: field ?? '' } };
    else {
      asked.set(field, (asked.get(field) ?? 0) + 1);
      const value = fields.get(field)?.value;
      const wanted = COMMON_FIELDS[field] ?? value?.kind ?? 'text';
      if (wanted !== kind) yield { code: 'question-unfit', file: FILE, at, facts: { question: id, wanted } };
      // A question that is not put to everybody cannot fill what everybody must have.
      if (question.when !== undefined && value?.optional !== true)
        yield { code: 'question-unfit', file: FILE, at, facts: { question: id, wanted: 'optional: true' } };
    }
  }
  for (const field of [...fields.keys(), 'operator']) {
    const times = asked.get(field) ?? 0;
    if (times === 0) yield { code: 'field-not-asked', file: FILE, at: 'questions', facts: { field } };
    if (times > 1) yield { code: 'field-asked-twice', file: FILE, at: 'questions', facts: { field } };
  }
}

/** A question that depends on a choice nobody can make, or not yet, is never asked. */
export function* checkReach({ manifest, form }: ServiceFolder): Iterable<Finding> {
  const reached = new Map<string, FormQuestion>();
  for (const [index, question] of form.questions.entries()) {
    const { id, when } = question;
    if (when === undefined || canBe(when, reached.get(when.question), manifest)) {
      reached.set(id, question);
      continue;
    }
    const facts = { question: id, wanted: `${when.question}: ${when.is.join(' ')}` };
    yield { code: 'question-unreachable', file: FILE, at: `questions[${index}].when`, facts };
  }
}

function canBe(
  { is }: NonNullable<FormQuestion['when']>,
  of: FormQuestion | undefined,
  { publicFields }: ServiceFolder['manifest'],
): boolean {
  const value = publicFields.find(({ name }) => name === of?.field)?.value;
  if (of?.kind !== 'choice' || value?.kind !== 'choice') return false;
  const choices = value.other === undefined ? value.choices : [...value.choices, 'other'];
  return is.every((code) => choices.includes(code));
}

function isSealed({ kind, sealed }: FormQuestion): boolean {
  return sealed === true || kind === 'file' || kind === 'people';
}

function* checkSealed({ id, kind, field, max, parts, sealed }: FormQuestion, at: string): Iterable<Finding> {
  const unfit = (wanted: string): Finding => ({
    code: 'question-unfit',
    file: FILE,
    at,
    facts: { question: id, wanted },
  });
  if (field !== undefined || sealed !== true || !SEALED.includes(kind) || id === 'operator')
    yield unfit('sealed, no field');
  else if (kind === 'text' && max === undefined) yield unfit('text, max');
  else if (kind === 'file' && (max === undefined || max > MAX_PAGES)) yield unfit(`file, max 1–${MAX_PAGES}`);
  else if (kind === 'people' && (parts === undefined || max === undefined || max > MAX_PEOPLE))
    yield unfit(`people, parts, max 1–${MAX_PEOPLE}`);
}
