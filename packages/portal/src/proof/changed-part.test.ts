import { expect, test } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };
import { changedPart, changedParts } from './changed-part.ts';

test('a refusal names the part of the file it is about', () => {
  expect(changedPart('licence-file-disclosure')).toBe('disclosure');
  expect(changedPart('checkpoint-witness-line')).toBe('witness');
  expect(changedPart('receipt-inclusion')).toBe('place');
  expect(changedPart('entry-members')).toBe('record');
  expect(changedPart('document-digest')).toBe('content');
  expect(changedPart('document-other-seal')).toBe('seal');
  expect(changedPart('document-stamp-authority')).toBe('stamp');
  expect(changedPart('document-proof-state')).toBe('state');
  expect(changedPart('state-proof-member')).toBe('state');
});

test('a code nobody foresaw is about the text, not silently about nothing', () => {
  expect(changedPart('json-not-canonical')).toBe('text');
  expect(changedPart('invented')).toBe('text');
});

test('every part has words in both languages', () => {
  for (const part of changedParts) {
    expect((zh.part as Record<string, string>)[part]).toBeTruthy();
    expect((en.part as Record<string, string>)[part]).toBeTruthy();
  }
});
