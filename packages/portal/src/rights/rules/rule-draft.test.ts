import { expect, test } from 'vitest';
import { emptyRule, ruleOf, ruleProblems } from './rule-draft.ts';

const NOON = Date.parse('2026-06-01T12:00:00+08:00');
const sound = { ...emptyRule, org: 'police', organ: 'market', deeds: ['cases.read'] };

test('a rule that allows says whose keys, whose cases and what', () => {
  const fields = ruleProblems(emptyRule, NOON).map(({ field }) => field);
  expect(fields).toEqual(['rule-deeds', 'rule-org', 'rule-organ']);
  expect(ruleProblems(sound, NOON)).toEqual([]);
});

test('one that denies may be about everybody and everywhere', () => {
  const denying = { ...emptyRule, effect: 'deny' as const, deeds: ['cases.decide'] };
  expect(ruleProblems(denying, NOON)).toEqual([]);
  expect(ruleOf(denying)).toEqual({ effect: 'deny', deeds: ['cases.decide'] });
});

test('half of a time, a time backwards and an end in the past are told', () => {
  const wrong = (more: object) => ruleProblems({ ...sound, ...more }, NOON).map(({ field }) => field);
  expect(wrong({ hoursFrom: '09:00' })).toEqual(['rule-hours-from']);
  expect(wrong({ hoursFrom: '18:00', hoursTo: '09:00' })).toEqual(['rule-hours-from']);
  expect(wrong({ day: '2026-05-31' })).toEqual(['rule-day']);
});

test('an organisation with all below it is another condition than that organisation', () => {
  expect(ruleOf(sound)).toEqual({ effect: 'allow', deeds: ['cases.read'], organs: ['market'] });
  expect(ruleOf({ ...sound, isTree: true })).toEqual({ effect: 'allow', deeds: ['cases.read'], below: 'market' });
});

test('grade, level of sign-in, purpose and keys narrow it down; an end left open is the lowest or the highest', () => {
  const keys = ['k', 'm'].map((sign) => sign.repeat(43));
  const narrow = { gradeMost: '3', assuranceLeast: '2', purposes: ['review'], keys: `${keys.join('，\n')} ${keys[0]}` };
  expect(ruleProblems({ ...sound, ...narrow }, NOON)).toEqual([]);
  expect(ruleOf({ ...sound, ...narrow })).toMatchObject({
    ...{ grades: { least: 1, most: 3 }, assurance: { least: 2, most: 3 }, purposes: ['review'], keys },
  });
});

test('ends that cross and what is no key are told', () => {
  const wrong = (more: object) => ruleProblems({ ...sound, ...more }, NOON).map(({ field }) => field);
  expect(wrong({ gradeLeast: '4', gradeMost: '2' })).toEqual(['rule-grade-least']);
  expect(wrong({ assuranceLeast: '3', assuranceMost: '1' })).toEqual(['rule-assurance-least']);
  expect(wrong({ keys: '李登记' })).toEqual(['rule-keys']);
  expect(wrong({ keys: Array.from({ length: 65 }, (_, at) => String(at).padStart(43, 'k')).join(' ') })).toEqual([
    'rule-keys',
  ]);
});

test('times and days are as China has them', () => {
  const rule = ruleOf({ ...sound, hoursFrom: '00:00', hoursTo: '05:59', day: '2026-06-01' });
  expect(rule.hours).toEqual({ least: 0, most: 359 });
  expect(rule.until).toBe(Date.parse('2026-06-01T15:59:59.999Z'));
});
