import { expect, test } from 'vitest';
import type { StoredCase } from '../store/case-store.ts';
import { formatAgentNotes, parseAgentNotes } from './agent-notes.ts';

const stored: StoredCase = {
  id: 'A',
  service: 'shop',
  createdAt: 1,
  kid: 'K',
  body: { tradeName: '清风茶馆', scope: ['5243'], region: '1' },
  operator: { salt: 's', value: '王秀英' },
  transaction: 'T',
  sidecar: 'S',
};

test('an agent reads what the holder’s browser knew of the case, and neither its key nor what was signed', () => {
  const text = formatAgentNotes(stored);
  expect(parseAgentNotes(text, 'A')).toMatchObject({ body: stored.body, operator: stored.operator });
  expect(text).not.toContain('"K"');
  expect(text).not.toContain('"T"');
});

test('notes of another case, of something else, or cut off, are none', () => {
  const text = formatAgentNotes(stored);
  expect(parseAgentNotes(text, 'B')).toBeUndefined();
  for (const bad of [
    '',
    '{}',
    'null',
    text.slice(0, -1),
    text.replace('agent-notes', 'x'),
    text.replace('"salt"', '"x"'),
  ])
    expect(parseAgentNotes(bad, 'A')).toBeUndefined();
});
