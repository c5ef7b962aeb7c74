import { createAgentKey, formatAgentCode, memoryKeyStore } from '@minglu/sdk';
import { beforeAll, expect, test } from 'vitest';
import { type AppointAnswers, appointProblems, endOf, noAnswers } from './appoint-answers.ts';

const NOW = Date.parse('2026-06-01T10:00:00+08:00');
const TICKET = 'A'.repeat(43);
let code: string;
let withTicket: string;
beforeAll(async () => {
  const store = memoryKeyStore();
  const kid = await createAgentKey(store);
  code = await formatAgentCode(store, kid);
  withTicket = await formatAgentCode(store, kid, TICKET);
});

const whole = (more: Partial<AppointAnswers> = {}): AppointAnswers => ({
  ...{ form: 'handler', code, name: '张三', powers: ['read'], until: '2026-12-31' },
  ...more,
});
const problems = (more: Partial<AppointAnswers> = {}) =>
  appointProblems(whole(more), NOW).map(([, problem]) => problem);

test('everything that is not said is asked for, each at its own field', () => {
  expect(problems()).toEqual([]);
  expect(appointProblems(noAnswers, NOW)).toEqual([
    ['appoint-form', 'form'],
    ['appoint-code', 'code'],
    ['appoint-name', 'name'],
    ['appoint-powers', 'powers'],
    ['appoint-until', 'until'],
  ]);
});

test('a code that lost a letter is told before anything is signed', () => {
  expect(problems({ code: code.slice(0, -1) })).toEqual(['code']);
});

test('a guardian and a close relative bring a ticket of the register of persons; a clerk needs none', () => {
  for (const form of ['guardian', 'close-relative'] as const) {
    expect(problems({ form })).toEqual(['ticket']);
    expect(problems({ form, code: withTicket })).toEqual([]);
  }
  expect(problems({ form: 'legal-representative' })).toEqual([]);
});

test('the last day is a day ahead, counted in China, and at most three years away', () => {
  expect(problems({ until: '2026-05-31' })).toEqual(['past']);
  expect(problems({ until: '2026-06-01' })).toEqual([]);
  expect(problems({ until: '2029-07-01' })).toEqual(['far']);
  expect(problems({ until: '2026-02-31x' })).toEqual(['until']);
  expect(endOf('2026-06-01')).toBe(Date.parse('2026-06-01T15:59:59.999Z'));
});
