import { expect, test } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };
import {
  type DeedAnswers,
  deedProblem,
  deedReasons,
  deedsFor,
  type LicenceSituation,
  licenceDeedBody,
  licenceDeeds,
  usualArticles,
} from './licence-deeds.ts';

const own = (status: string): LicenceSituation => ({ status, isOwn: true, isClosing: false, marks: [] });
const none: DeedAnswers = { reason: undefined, days: '', tradeName: '', article: '' };

test('an ended licence offers no act, and one that was taken away only its mark', () => {
  for (const status of ['closed', 'withdrawn', 'invented']) expect(deedsFor(own(status))).toEqual([]);
  for (const status of ['annulled', 'revoked']) expect(deedsFor(own(status))).toEqual(['unclosed']);
});

test('another organ is offered nothing but to object to a closing', () => {
  expect(deedsFor({ ...own('valid'), isOwn: false })).toEqual([]);
  expect(deedsFor({ ...own('valid'), isOwn: false, isClosing: true })).toEqual(['object']);
});

test('a mark that is there can be cleared, by its own reason', () => {
  const marks = [{ mark: 'abnormal', reason: 'unreachable' }];
  expect(deedsFor({ ...own('valid'), marks })).toContain('clear');
  expect(deedProblem('clear', none)).toBe('deed-reason');
  const { deed, body } = licenceDeedBody('clear', '92', { ...none, reason: 'abnormal unreachable' }, 0);
  expect([deed, body]).toEqual(['licences.unmark', { number: '92', mark: 'abnormal', reason: 'unreachable' }]);
});

test('only a suspended licence is restored, and only a valid one suspended or changed', () => {
  expect(deedsFor(own('suspended'))).toContain('restore');
  expect(deedsFor(own('valid'))).not.toContain('restore');
  expect(deedsFor(own('suspended'))).not.toContain('suspend');
});

test('an act with a reason is not sent without one', () => {
  expect(deedProblem(undefined, none)).toBe('deed');
  for (const deed of licenceDeeds) {
    if (deedReasons[deed].length > 0) expect(deedProblem(deed, none)).toBe('deed-reason');
  }
});

test('a suspension may be open-ended or of whole days, nothing else', () => {
  const given = { ...none, reason: 'holder-request' };
  expect(deedProblem('suspend', given)).toBeUndefined();
  for (const days of ['0', '-1', '1.5', '1000', '三'])
    expect(deedProblem('suspend', { ...given, days })).toBe('deed-days');
  expect(licenceDeedBody('suspend', '92', { ...given, days: '2' }, 1000).body).toEqual({
    number: '92',
    reason: 'holder-request',
    until: 1000 + 2 * 86_400_000,
  });
});

test('吊销 and 撤回 are one deed with two kinds, and 撤销 is an investigation first', () => {
  const given = { ...none, reason: 'identity-used', article: '条例 第四十条' };
  const kinds = (['revoke', 'withdraw'] as const).map((deed) => licenceDeedBody(deed, '92', given, 0).body.kind);
  expect(kinds).toEqual(['revoked', 'withdrawn']);
  expect(licenceDeedBody('investigate', '92', given, 0).deed).toBe('annulments.open');
});

test('marks, a new paper and an objection are deeds of their own', () => {
  const given = { ...none, reason: 'x', article: '条例 第四十六条' };
  const deeds = (['abnormal', 'order', 'unclosed', 'replace', 'object', 'resumed'] as const).map(
    (deed) => licenceDeedBody(deed, '92', given, 0).deed,
  );
  expect(deeds).toEqual([
    ...['licences.mark', 'licences.mark', 'licences.mark', 'licences.replace'],
    ...['licences.object-to-closing', 'licences.establish-resumption'],
  ]);
});

test('every act and every reason has words in both languages', () => {
  for (const words of [zh, en]) {
    for (const deed of licenceDeeds) {
      expect((words.licenceDeeds as Record<string, string>)[deed]).toBeTruthy();
      for (const reason of deedReasons[deed])
        expect((words.deedReasons as Record<string, string>)[reason]).toBeTruthy();
    }
  }
});

test('whoever takes a licence away names the article; the three grounds of 吊销 have theirs', () => {
  for (const deed of ['revoke', 'withdraw', 'abnormal', 'order'] as const) {
    expect(deedProblem(deed, { ...none, reason: 'x', article: ' ' })).toBe('deed-article');
    expect(deedProblem(deed, { ...none, reason: 'x', article: '行政许可法 第八条' })).toBeUndefined();
  }
  expect(deedProblem('close', { ...none, reason: 'holder-died' })).toBeUndefined();
  const grounds = deedReasons.revoke.map((reason) => usualArticles[reason]?.slice('市场主体登记管理条例 '.length));
  expect(grounds).toEqual(['第四十四条', '第四十六条', '第四十八条第三款']);
});
