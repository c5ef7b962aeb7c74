import { type Check, either, isObject, list, object, oneOf, optional, record, text, whole } from './shape.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const id = text(/^[a-z][a-z0-9-]{1,62}$/, 'a-z 0-9 -, 2–63');
const fieldName = text(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, 'a-z 0-9 -, 1–40');
const words = object({ 'zh-CN': text(/\S/, '中文'), en: text(/\S/, 'English') });
const article = object({
  law: text(/^\S{2,60}$/, '法律名称 name of the law'),
  // A statute whose text nobody here has compared is named, and its article is not made up.
  article: text(/^(?:第[一二三四五六七八九十百千零〇]+条|条次待核对$)/, '第…条 | 条次待核对'),
});
const attested: Check = either(
  (value) => typeof value === 'boolean' || typeof value === 'string' || Number.isSafeInteger(value),
  'true | false | 0 | "…"',
);
const fieldCode = text(/^[a-z][a-z0-9-]{0,39}$/, 'a-z 0-9 -, 1–40');

const fieldValue: Check = (value, place) => {
  const kind = isObject(value) ? value.kind : undefined;
  const kinds = oneOf('text', 'choice', 'number', 'money', 'date', 'licence');
  const common = { kind: kinds, optional: optional(oneOf(true)) };
  const bounds: Readonly<Record<string, Parameters<typeof object>[0]>> = {
    text: { max: whole(1, 120) },
    choice: { choices: list(fieldCode, 1, 63), other: optional(whole(1, 120)) },
    number: { min: whole(-1e9, 1e9), max: whole(-1e9, 1e9) },
    money: { min: whole(0, 1e12), max: whole(0, 1e12) },
    licence: { of: id },
  };
  object({ ...common, ...(bounds[String(kind)] ?? {}) })(value, place);
};

const terms = {
  reviewWorkingDays: whole(1, 60),
  points: list(object({ code: text(/^[a-z-]{1,40}$/, 'a-z -'), words, article }), 1, 128),
};

export const manifestShape = object({
  id,
  version: whole(1, 1_000_000),
  title: words,
  summary: words,
  licence: object({
    kind: id,
    words,
    number: optional(text(/^[A-Z]{2,4}[0-9a-z{}:-]{4,70}$/, 'AB{region}{serial:6}{check}')),
  }),
  statutory: object({ workingDays: whole(1, 60), extensionWorkingDays: whole(0, 60), article }),
  promiseMs: whole(1, 366 * DAY_MS),
  facts: list(
    object({ name: fieldName, type: oneOf('boolean', 'integer'), words, article, attester: optional(id) }),
    0,
    32,
  ),
  publicFields: list(object({ name: fieldName, words, article, value: optional(fieldValue) }), 1, 20),
  refusalReasons: list(object({ code: text(/^[A-Za-z][A-Za-z0-9-]{1,39}$/, 'A-Z -'), words, article }), 1, 64),
  registration: optional(object({ ...terms, closingDays: whole(1, 60) })),
  permit: optional(object(terms)),
  feeCents: whole(0, 1_000_000_000),
});

export const formShape = object({
  questions: list(
    object({
      id: fieldName,
      kind: oneOf(
        ...['text', 'choice', 'number', 'money', 'date', 'region', 'scope', 'operator', 'file', 'people', 'licence'],
      ),
      field: optional(fieldName),
      sealed: optional(oneOf(true)),
      max: optional(whole(1, 500)),
      optional: optional(oneOf(true)),
      parts: optional(list(object({ id: fieldCode, max: whole(1, 120), optional: optional(oneOf(true)) }), 1, 6)),
      when: optional(object({ question: fieldName, is: list(fieldCode, 1, 63) })),
    }),
    1,
    32,
  ),
});

export const messagesShape = record(text(/\S/, '…'));

const texts = list(text(/\S/, '…'), 1, 200);

export const guideShape = object({
  theme: oneOf('business', 'family', 'identity', 'housing', 'insurance', 'care', 'education', 'vehicles', 'public'),
  kind: oneOf(
    'market-registration',
    'permit',
    'property-registration',
    'police-document',
    'benefit',
    'housing-fund',
    'medical-document',
    'confirmation',
    'information',
    'public-service',
  ),
  audience: oneOf('person', 'business', 'both'),
  organ: words,
  aliases: texts,
  hints: list(text(/\S/, '…')),
  english: texts,
  conditions: list(words, 1, 32),
  materials: list(object({ paper: words, duty: oneOf('not-asked', 'may-follow', 'required'), why: words }), 1, 64),
  promised: words,
  fee: words,
  sample: words,
  office: words,
  phone: text(/^[0-9+ -]{3,20}$/, '0-9'),
  basis: list(article, 1, 32),
  faults: list(words, 3, 3),
  follows: optional(list(id, 0, 8)),
});

const answers = {
  tradeName: text(/^.{2,60}$/u, '2–60'),
  region: text(/^[1-9][0-9]{5}$/, '6 × 0-9'),
  scope: optional(list(text(/^[0-9]{4}$/, '4 × 0-9'), 0, 50)),
  fields: optional(record(either((value) => typeof value === 'string' || Number.isSafeInteger(value), '"…" | 0'))),
};
const sampleLicence = object({
  status: oneOf('valid', 'suspended'),
  region: answers.region,
  scope: list(text(/^[0-9]{4}$/, '4 × 0-9'), 1, 50),
  tradeName: optional(answers.tradeName),
  isShown: oneOf(true, false),
});
/** Beside the answers: licences in the register, people of a group, papers. */
const beside = {
  licences: optional(record(sampleLicence)),
  counts: optional(record(whole(0, 100))),
  papers: optional(list(fieldName, 0, 8)),
};
const sample = object({
  facts: record(attested),
  answers: object(answers),
  decision: oneOf('grant', 'propose'),
  ...beside,
});

export const fixturesShape = object({ smallest: sample, largest: sample });

const step: Check = (value, place) => {
  const act = isObject(value) ? value.act : undefined;
  const common = { act: oneOf('apply', 'decide'), case: fieldName };
  if (act === 'decide') {
    const decision = oneOf('grant', 'refuse');
    const reason = optional(text(/\S/, '…'));
    return object({ ...common, decision, reason, result: oneOf('granted', 'refused') })(value, place);
  }
  const changed = object({
    tradeName: optional(answers.tradeName),
    region: optional(answers.region),
    scope: answers.scope,
    fields: answers.fields,
  });
  object({
    ...common,
    like: oneOf('smallest', 'largest'),
    facts: optional(record(attested)),
    answers: optional(changed),
    ...beside,
    manual: optional(oneOf(true)),
    result: oneOf('granted', 'pending'),
  })(value, place);
};

export const storyShape = object({ steps: list(step, 1, 64) });
