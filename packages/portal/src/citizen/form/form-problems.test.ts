import { expect, test } from 'vitest';
import type { FormQuestion, Service } from '../../server/service.ts';
import { parseAnswers, toApplication } from './form-answers.ts';
import { findFormProblem, findOpenStep } from './form-problems.ts';

const words = { 'zh-CN': '', en: '' };
const service = {
  publicFields: [
    { name: 'tradeName', words },
    { name: 'region', words },
    { name: 'goods', words, value: { kind: 'choice', choices: ['produce'] } },
    { name: 'from', words, value: { kind: 'date' } },
    { name: 'metres', words, value: { kind: 'number', min: 1, max: 9 } },
    { name: 'note', words, value: { kind: 'text', max: 3, optional: true } },
  ],
} as unknown as Service;
const ask = (kind: FormQuestion['kind'], field?: string, more: object = {}): FormQuestion => ({
  id: field ?? kind,
  kind,
  ...(field === undefined ? {} : { field }),
  ...more,
});
const questions = [
  ask('text', 'tradeName'),
  ask('choice', 'goods'),
  ask('date', 'from'),
  ask('number', 'metres'),
  ask('text', 'note'),
  ask('region', 'region'),
  ask('operator'),
  { id: 'phone', kind: 'text', sealed: true, max: 5 } as const,
];
const given = {
  answers: {
    tradeName: ' 东湖水果 ',
    goods: 'produce',
    from: '2026-07-01',
    metres: '4',
    region: '990101',
    operator: '王秀英',
    phone: '12345',
  },
  path: 'auto',
  updatedAt: 1,
} as const;

test.each([
  ['tradeName', '', 'none'],
  ['tradeName', '店', 'length'],
  ['tradeName', '店\u202e店', 'strange'],
  ['goods', 'cars', 'none'],
  ['from', '2026-02-30', 'day'],
  ['from', 'tomorrow', 'day'],
  ['metres', '10', 'number'],
  ['metres', '1.5', 'number'],
  ['metres', '1e1', 'number'],
  ['note', 'long', 'length'],
  ['region', '99', 'none'],
  ['operator', '王', 'length'],
  ['phone', '123456', 'length'],
] as const)('the answer to %s, “%s”, has a problem: %s', (id, answer, key) => {
  const question = questions.find((one) => one.id === id) as FormQuestion;
  expect(findFormProblem(service, question, answer)?.key).toBe(`ownForm.${key}`);
});

test('a form is open at its first question without a good answer, and last at the choice of who decides', () => {
  expect(findOpenStep(service, { questions }, given)).toBeUndefined();
  expect(findOpenStep(service, { questions }, { ...given, path: undefined })).toBe('path');
  expect(findOpenStep(service, { questions }, { ...given, answers: { ...given.answers, from: '' } })).toBe('from');
});

test('what is signed has the fields in public, numbers as numbers, and what is sealed apart', () => {
  expect(toApplication(service, { questions }, given)).toEqual({
    tradeName: '东湖水果',
    region: '990101',
    operator: '王秀英',
    scope: [],
    path: 'auto',
    updatedAt: 1,
    fields: { goods: 'produce', from: '2026-07-01', metres: 4 },
    sealed: { phone: '12345' },
  });
});

test('a draft out of the browser’s store is taken only in its shape', () => {
  expect(parseAnswers(given)).toEqual(given);
  expect(parseAnswers({ answers: { a: 1, b: 'x' }, updatedAt: 2, path: 'x' })).toEqual({
    answers: { b: 'x' },
    path: undefined,
    updatedAt: 2,
  });
  for (const bad of [null, 1, {}, { answers: {}, updatedAt: 'now' }]) expect(parseAnswers(bad)).toBeUndefined();
});
