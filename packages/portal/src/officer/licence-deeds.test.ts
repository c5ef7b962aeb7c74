import { expect, test } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };
import {
  type DeedAnswers,
  deedProblem,
  deedReasons,
  deedsFor,
  licenceDeedBody,
  licenceDeeds,
  usualArticles,
} from './licence-deeds.ts';

const none: DeedAnswers = { reason: undefined, days: '', tradeName: '', article: '' };

test('an ended licence offers no act', () => {
  for (const status of ['closed', 'withdrawn', 'annulled', 'revoked', 'invented']) expect(deedsFor(status)).toEqual([]);
});

test('only a suspended licence is restored, and only a valid one suspended or changed', () => {
  expect(deedsFor('suspended')).toContain('restore');
  expect(deedsFor('valid')).not.toContain('restore');
  expect(deedsFor('suspended')).not.toContain('suspend');
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

test('撤销, 吊销 and 撤回 are one deed with three kinds', () => {
  const kinds = (['annul', 'revoke', 'withdraw'] as const).map(
    (deed) => licenceDeedBody(deed, '92', { ...none, reason: 'x', article: '条例 第四十条' }, 0).body.kind,
  );
  expect(kinds).toEqual(['annulled', 'revoked', 'withdrawn']);
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

test('whoever takes a licence away names the article; two reasons have a usual one', () => {
  for (const deed of ['annul', 'revoke', 'withdraw'] as const) {
    expect(deedProblem(deed, { ...none, reason: 'x', article: ' ' })).toBe('deed-article');
    expect(deedProblem(deed, { ...none, reason: 'x', article: '行政许可法 第八条' })).toBeUndefined();
  }
  expect(deedProblem('close', { ...none, reason: 'holder-died' })).toBeUndefined();
  expect(usualArticles['obtained-by-deceit']).toBe('市场主体登记管理条例 第四十条');
});
