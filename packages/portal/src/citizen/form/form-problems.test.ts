import { expect, test } from 'vitest';
import { type ApplicationDraft, emptyDraft, parseDraft } from '../../forms/application-draft.ts';
import type { FormQuestion, Service } from '../../server/service.ts';
import { askedQuestions } from './asked-questions.ts';
import { toApplication } from './form-answers.ts';
import { findFormProblem, findOpenStep } from './form-problems.ts';

const words = { 'zh-CN': '', en: '' };
const service = {
  publicFields: [
    { name: 'tradeName', words },
    { name: 'region', words },
    { name: 'goods', words, value: { kind: 'choice', choices: ['produce'], other: 4 } },
    { name: 'from', words, value: { kind: 'date' } },
    { name: 'metres', words, value: { kind: 'number', min: 1, max: 9 } },
    { name: 'note', words, value: { kind: 'text', max: 3, optional: true } },
    { name: 'rent', words, value: { kind: 'money', min: 100, max: 1_000_000, optional: true } },
    { name: 'shop', words, value: { kind: 'licence', of: 'individual-business' } },
  ],
} as unknown as Service;
const ask = (kind: FormQuestion['kind'], field?: string, more: object = {}): FormQuestion => ({
  id: field ?? kind,
  kind,
  ...(field === undefined ? {} : { field }),
  ...more,
});
const questions: readonly FormQuestion[] = [
  ask('text', 'tradeName'),
  ask('choice', 'goods'),
  ask('date', 'from'),
  ask('number', 'metres'),
  ask('text', 'note'),
  ask('money', 'rent', { when: { question: 'goods', is: ['other'] } }),
  ask('licence', 'shop'),
  ask('region', 'region'),
  ask('operator'),
  { id: 'phone', kind: 'text', sealed: true, max: 5 },
  { id: 'layout', kind: 'file', sealed: true, max: 2 },
  {
    id: 'staff',
    kind: 'people',
    sealed: true,
    max: 2,
    parts: [
      { id: 'name', max: 4 },
      { id: 'post', max: 4, optional: true },
    ],
  },
];
const page = (kind: string) => ({
  ...{ kind, digest: '0'.repeat(64), bytes: 1, mediaType: 'image/jpeg', key: 'k'.repeat(43) },
});
const given: ApplicationDraft = {
  ...emptyDraft,
  answers: {
    tradeName: ' 东湖水果 ',
    goods: 'produce',
    from: '2026-07-01',
    metres: '4',
    shop: '92990101MA000000XL',
    region: '990101',
    operator: '王秀英',
    phone: '12345',
    staff: JSON.stringify([{ name: '张三', post: '厨师' }, { name: '李|四' }]),
  },
  premises: [page('layout')],
  path: 'auto',
  updatedAt: 1,
};
const answered = (answers: Record<string, string>): ApplicationDraft => ({
  ...given,
  answers: { ...given.answers, ...answers },
});

test.each([
  ['tradeName', '', 'ownForm.none'],
  ['tradeName', '店', 'ownForm.length'],
  ['tradeName', '店\u202e店', 'ownForm.strange'],
  ['goods', 'cars', 'ownForm.none'],
  ['goods', 'other', 'ownForm.other'],
  ['from', '2026-02-30', 'ownForm.day'],
  ['from', 'tomorrow', 'ownForm.day'],
  ['metres', '10', 'ownForm.number'],
  ['metres', '1.5', 'ownForm.number'],
  ['metres', '1e1', 'ownForm.number'],
  ['note', 'long', 'ownForm.length'],
  ['rent', '0.99', 'ownForm.money'],
  ['rent', '12.345', 'ownForm.money'],
  ['rent', '1e3', 'ownForm.money'],
  ['shop', '9299010', 'number.length'],
  ['shop', '92990101MA000000XX', 'number.check'],
  ['region', '99', 'ownForm.none'],
  ['operator', '王', 'ownForm.length'],
  ['phone', '123456', 'ownForm.length'],
  ['staff', '', 'ownForm.nobody'],
  ['staff', '[{"post":"厨师"}]', 'ownForm.person'],
  ['staff', '[{"name":"一二三四五"}]', 'ownForm.length'],
  ['staff', '[{},{},{}]', 'ownForm.tooMany'],
] as const)('the answer to %s, “%s”, has a problem: %s', (id, answer, key) => {
  const question = questions.find((one) => one.id === id) as FormQuestion;
  expect(findFormProblem(service, question, answered({ [id]: answer }))?.key).toBe(key);
});

test('a paper that must be there is missed', () => {
  const layout = questions.find(({ id }) => id === 'layout') as FormQuestion;
  expect(findFormProblem(service, layout, given)).toBeUndefined();
  expect(findFormProblem(service, layout, { ...given, premises: [page('other')] })?.key).toBe('ownForm.noPaper');
  expect(findFormProblem(service, { ...layout, optional: true }, { ...given, premises: [] })).toBeUndefined();
});

test('a form is open at its first question without a good answer, and last at the choice of who decides', () => {
  const shop = { shop: numberOf('92990101MA000000X') };
  expect(findOpenStep(service, { questions }, answered(shop))).toBeUndefined();
  expect(findOpenStep(service, { questions }, { ...answered(shop), path: undefined })).toBe('path');
  expect(findOpenStep(service, { questions }, answered({ ...shop, from: '' }))).toBe('from');
});

test('a question that depends on a choice is asked, and sent, only where the choice was made', () => {
  const ids = (answers: Record<string, string>) => askedQuestions({ questions }, answers).map(({ id }) => id);
  expect(ids({ goods: 'produce' })).not.toContain('rent');
  expect(ids({ goods: 'other' })).toContain('rent');
  expect(toApplication(service, { questions }, answered({ rent: '20' })).fields).not.toHaveProperty('rent');
});

test('what is signed has the fields in public, money in 分, and what is sealed apart', () => {
  const draft = answered({ goods: 'other', 'goods-other': '石磨', rent: '¥1,200.5' });
  expect(toApplication(service, { questions }, { ...draft, premises: [page('layout'), page('old-question')] })).toEqual(
    {
      ...draft,
      tradeName: '东湖水果',
      region: '990101',
      operator: '王秀英',
      scope: [],
      fields: {
        goods: 'other',
        'goods-other': '石磨',
        from: '2026-07-01',
        metres: 4,
        rent: 120_050,
        shop: '92990101MA000000XL',
      },
      sealed: { phone: '12345', staff: '张三 | 厨师\n李／四' },
      counts: { staff: 2 },
      licences: ['92990101MA000000XL'],
      premises: [page('layout')],
    },
  );
});

test('a draft out of the browser’s store keeps what was typed, and only texts', () => {
  expect(parseDraft({ ...given, answers: { a: 1, b: 'x' } })?.answers).toEqual({ b: 'x' });
  expect(parseDraft(given)).toMatchObject({ answers: given.answers, premises: given.premises });
});

/** With its check character. */
function numberOf(first: string): string {
  const found = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((check) => {
    const shop = { id: 'shop', kind: 'licence', field: 'shop' } as const;
    return findFormProblem(service, shop, answered({ shop: first + check })) === undefined;
  });
  return `${first}${found}`;
}
