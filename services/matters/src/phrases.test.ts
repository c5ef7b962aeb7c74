import { expect, it } from 'vitest';
import { matterIds } from './matter-id.ts';
import { phrases, phrasesOfNone } from './phrases.ts';

it('has sixty phrases over at least twenty matters and ten that fit none, each once', () => {
  expect(phrases).toHaveLength(60);
  expect(phrasesOfNone).toHaveLength(10);
  expect(new Set([...phrases.map(([typed]) => typed), ...phrasesOfNone]).size).toBe(70);
  expect(new Set(phrases.map(([, right]) => right)).size).toBeGreaterThanOrEqual(20);
  for (const [, right] of phrases) expect(matterIds).toContain(right);
});
