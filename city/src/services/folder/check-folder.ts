import { findNumberForm } from '@minglu/ledger';
import { checkForm, checkReach } from './check-form.ts';
import { checkMessages } from './check-messages.ts';
import { COMMON_FIELDS } from './common-fields.ts';
import type { Finding } from './finding.ts';
import type { ServiceFolder } from './service-folder.ts';

/** What the files of a folder say of each other: words in both languages, a form that covers the body, codes that are there. */
export function checkFolder(folder: ServiceFolder): Finding[] {
  return [
    ...checkFields(folder),
    ...checkForm(folder),
    ...checkReach(folder),
    ...checkWords(folder),
    ...checkMessages(folder),
    ...checkCodes(folder),
    ...checkFacts(folder),
    ...checkNumber(folder),
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
    const isCommon = COMMON_FIELDS[name] !== undefined;
    if (isCommon === (value === undefined)) continue;
    yield { code: 'field-unknown', file, at: `${at}.value`, facts: { field: name } };
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
  for (const { id, parts = [] } of form.questions) {
    wanted.add(`question.${id}`).add(`question.${id}.hint`);
    for (const part of parts) wanted.add(`question.${id}.${part.id}`);
  }
  for (const { name, value } of manifest.publicFields) {
    if (value?.kind !== 'choice') continue;
    for (const code of value.choices) wanted.add(`choice.${name}.${code}`);
    if (value.other !== undefined) wanted.add(`choice.${name}.other`);
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

/** What the ledger would refuse, said before anybody signs it. */
function* checkNumber({ manifest }: ServiceFolder): Iterable<Finding> {
  const { number } = manifest.licence;
  if (number === undefined) return;
  const report = (wanted: string): Finding => ({
    code: 'number-form-unfit',
    file: 'service.json',
    at: 'licence.number',
    facts: { wanted },
  });
  const form = findNumberForm(number);
  if (form === undefined) yield report('AB{region}{serial:6}{check}');
  for (const part of form?.parts ?? []) {
    if (part.kind !== 'choice') continue;
    const value = manifest.publicFields.find(({ name }) => name === part.field)?.value;
    const isFit = value?.kind === 'choice' && value.optional !== true && value.choices.length <= 9;
    if (!isFit) yield report(`${part.field}: choice, ≤ 9`);
  }
}

function* checkCodes({ manifest }: ServiceFolder): Iterable<Finding> {
  const lists = {
    facts: manifest.facts.map(({ name }) => name),
    refusalReasons: manifest.refusalReasons.map(({ code }) => code),
    points: (manifest.registration ?? manifest.permit)?.points.map(({ code }) => code) ?? [],
  };
  for (const [at, codes] of Object.entries(lists)) {
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) !== index)
        yield { code: 'code-repeated', file: 'service.json', at: `${at}[${index}]`, facts: { field: code } };
    }
  }
}

/** Somebody must say each fact, or every case goes to a person and nobody knows why. */
function* checkFacts({ manifest }: ServiceFolder): Iterable<Finding> {
  for (const [index, { name, attester }] of manifest.facts.entries()) {
    if (attester === undefined)
      yield { code: 'fact-unattested', file: 'service.json', at: `facts[${index}].attester`, facts: { fact: name } };
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
  const told = new Set(story.steps.flatMap((step) => ('reason' in step ? [step.reason] : [])));
  for (const code of reasons) {
    if (!told.has(code)) yield { code: 'story-missing', file, at: 'steps', facts: { code } };
  }
}
