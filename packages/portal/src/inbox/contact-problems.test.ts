import { expect, test } from 'vitest';
import { answerFrom, contactProblems, typedFrom } from './contact-problems.ts';

const typed = { phone: '', email: '', electronicService: false };

test('nobody has to leave an address', () => {
  expect(contactProblems(typed)).toEqual([]);
  expect(answerFrom(typed)).toEqual({ electronicService: false });
});

test('a number written as people write it is the number', () => {
  expect(answerFrom({ ...typed, phone: ' 138-0000 0000 ' }).phone).toBe('13800000000');
  expect(contactProblems({ ...typed, phone: '+852 9123 4567' })).toEqual([]);
});

test('what cannot be an address is named at its field', () => {
  expect(contactProblems({ ...typed, phone: '12345', email: 'a@b' }).map(({ field }) => field)).toEqual([
    'contact-phone',
    'contact-email',
  ]);
});

test('documents cannot be served electronically at no address', () => {
  expect(contactProblems({ ...typed, electronicService: true })).toHaveLength(1);
});

test('an answer is shown again as it was typed', () => {
  expect(typedFrom({ phone: '13800000000', electronicService: true })).toEqual({
    phone: '13800000000',
    email: '',
    electronicService: true,
  });
});
