import type { Finding } from './finding.ts';
import type { FormQuestion, ServiceFolder } from './service-folder.ts';

/** Fields that every application has, with the kind of question that asks for each. */
const COMMON: Readonly<Record<string, FormQuestion['kind']>> = { tradeName: 'text', scope: 'scope', region: 'region' };

/** What the files of a folder say of each other: words in both languages, a form that covers the body, codes that are there. */
export function checkFolder(folder: ServiceFolder): Finding[] {
  return [
    ...checkFields(folder),
    ...checkForm(folder),
    ...checkWords(folder),
    ...checkCodes(folder),
    ...checkStory(folder),
  ];
}

/** Public fields: name and region always; what is no common field says what it may be. */
function* checkFields({ manifest }: ServiceFolder): Iterable<Finding> {
  const file = 'service.json';
  const names = manifest.publicFields.map(({ name }) => name);
  for (const name of ['tradeName', 'region']) {
    if (!names.includes(name)) yield { code: 'article-missing', file, at: 'publicFields', facts: { field: name } };
  }
  for (const [index, { name, value }] of manifest.publicFields.entries()) {
    const at = `publicFields[${index}]`;
    if (names.indexOf(name) !== index) yield { code: 'code-repeated', file, at, facts: { field: name } };
    const isCommon = COMMON[name] !== undefined;
    if (isCommon === (value === undefined)) continue;
    yield { code: 'field-unknown', file, at: `${at}.value`, facts: { field: name } };
  }
}

/** Every public field is asked for once, by a question of its kind; the operator's name too. */
function* checkForm({ manifest, form }: ServiceFolder): Iterable<Finding> {
  const file = 'form.json';
  const kinds = new Map<string, string>(
    manifest.publicFields.map(({ name, value }) => [name, COMMON[name] ?? value?.kind ?? 'text']),
  );
  const asked = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, { id, kind, field, sealed, max }] of form.questions.entries()) {
    const at = `questions[${index}]`;
    if (ids.has(id)) yield { code: 'code-repeated', file, at, facts: { field: id } };
    ids.add(id);
    if (kind === 'operator') asked.set('operator', (asked.get('operator') ?? 0) + 1);
    else if (sealed === true) {
      if (field !== undefined || kind !== 'text' || max === undefined || id === 'operator')
        yield { code: 'question-unfit', file, at, facts: { question: id, wanted: 'text, max' } };
    } else if (field === undefined || !kinds.has(field))
      yield { code: 'field-unknown', file, at, facts: { field: field ?? '' } };
    else {
      asked.set(field, (asked.get(field) ?? 0) + 1);
      const wanted = kinds.get(field) ?? '';
      if (wanted !== kind) yield { code: 'question-unfit', file, at, facts: { question: id, wanted } };
    }
  }
  for (const field of [...kinds.keys(), 'operator']) {
    const times = asked.get(field) ?? 0;
    if (times === 0) yield { code: 'field-not-asked', file, at: 'questions', facts: { field } };
    if (times > 1) yield { code: 'field-asked-twice', file, at: 'questions', facts: { field } };
  }
}

/** Sentences every page needs, whatever the service is about. */
const ALWAYS = [
  'who',
  'duration',
  'fee',
  'result',
  'result.met',
  'result.not-met',
  'result.missing',
  'rule.contract-runs',
];

function* checkWords({ manifest, form, messages }: ServiceFolder): Iterable<Finding> {
  const wanted = new Set(ALWAYS);
  for (const { id } of form.questions) wanted.add(`question.${id}`).add(`question.${id}.hint`);
  for (const { name, value } of manifest.publicFields) {
    if (value?.kind === 'choice') for (const code of value.choices) wanted.add(`choice.${name}.${code}`);
  }
  // A sentence in one language only is missing in the other, whoever needs it.
  const keys = new Set([...wanted, ...Object.keys(messages['zh-CN']), ...Object.keys(messages.en)]);
  for (const language of ['zh-CN', 'en'] as const) {
    for (const key of keys) {
      if (messages[language][key] !== undefined) continue;
      yield { code: 'words-missing', file: `messages/${language}.json`, at: key };
    }
  }
}

function* checkCodes({ manifest }: ServiceFolder): Iterable<Finding> {
  const lists = {
    facts: manifest.facts.map(({ name }) => name),
    refusalReasons: manifest.refusalReasons.map(({ code }) => code),
    'registration.points': (manifest.registration?.points ?? []).map(({ code }) => code),
  };
  for (const [at, codes] of Object.entries(lists)) {
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) !== index)
        yield { code: 'code-repeated', file: 'service.json', at: `${at}[${index}]`, facts: { field: code } };
    }
  }
}

/** The story shows the three ends that concern people: granted at once, granted by a person, refused with a reason that is listed. */
function* checkStory({ manifest, story }: ServiceFolder): Iterable<Finding> {
  const file = 'story.json';
  const reasons = manifest.refusalReasons.map(({ code }) => code);
  for (const [index, step] of story.steps.entries()) {
    if (step.act !== 'decide' || step.decision !== 'refuse') continue;
    if (!reasons.includes(step.reason ?? ''))
      yield { code: 'story-refused', file, at: `steps[${index}].reason`, facts: { code: step.reason ?? '' } };
  }
  const ends = story.steps.map(({ act, result }) => `${act} ${result}`);
  for (const end of ['apply granted', 'decide granted', 'decide refused']) {
    if (!ends.includes(end)) yield { code: 'story-thin', file, at: 'steps', facts: { wanted: end } };
  }
}
