import { expect, test } from 'vitest';
import { auditProblems, doorQueryOf, readAuditQuestion, writeAuditQuestion } from './audit-question.ts';

const KID = 'k'.repeat(43);

test('a question stands in the address and comes back from it', () => {
  const question = {
    kind: 'unmask',
    actor: KID,
    from: '2026-06-01',
    until: '2026-06-02',
    door: 'department:tax',
  } as const;
  expect(readAuditQuestion(writeAuditQuestion(question))).toEqual(question);
});

test('what an address says that no door would take is left out', () => {
  const params = new URLSearchParams('kind=everything&actor=wang&case=1&door=elsewhere&org=tax&other=1');
  expect(readAuditQuestion(params)).toEqual({ org: 'tax' });
});

test('days are those of China, and the last one is included', () => {
  expect(doorQueryOf({ from: '2026-06-01', until: '2026-06-01', door: 'api' })).toEqual({
    from: Date.UTC(2026, 4, 31, 16),
    until: Date.UTC(2026, 5, 1, 16),
  });
});

test('a field that says nothing is named, and so is an end before its beginning', () => {
  expect(auditProblems({ actor: 'wang', case: KID })).toEqual(['actor', 'case']);
  expect(auditProblems({ from: '2026-06-02', until: '2026-06-01' })).toEqual(['until']);
  expect(auditProblems({ from: '2026-06-01', until: '2026-06-01', org: 'tax' })).toEqual([]);
});
