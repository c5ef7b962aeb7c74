import { expect, test } from 'vitest';
import { evidenceReason } from './evidence-reason.ts';

const note = (size: number) => `minglu.example/city\n${size}\nAAAA\n\n— x y\n`;

test('a smaller history after a larger one is a rollback', () => {
  expect(evidenceReason({ older: note(9), newer: note(5) })).toBe('rolled-back');
});

test('two roots of one size are a fork', () => {
  expect(evidenceReason({ older: note(9), newer: note(9) })).toBe('forked');
});

test('a larger history that does not follow from the smaller is unproved', () => {
  expect(evidenceReason({ older: note(9), newer: note(12) })).toBe('unproved');
});
