import fc from 'fast-check';
import type { AuditEntry } from '../audit-line.ts';

export const KID = 'k'.repeat(42).concat('A');

export const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: 1_000,
  kind: 'read',
  actor: { kid: KID, org: 'east-market' },
  action: 'cases.read',
  result: 'allowed',
  via: 'api',
  ...more,
});

const among = <Value>(...values: Value[]) => fc.constantFrom(...values);

/** Anything a line may say, out of few values so that questions hit. */
export const entries: fc.Arbitrary<AuditEntry> = fc
  .record(
    {
      at: fc.integer({ min: 0, max: 50 }),
      kind: among('deed' as const, 'read' as const, 'denied' as const, 'export' as const),
      actor: among({ kid: KID }, { account: 'b'.repeat(43) }, { kid: KID, org: 'east-market' }, {}),
      action: among('cases.read', 'cases.decide', 'register.export'),
      object: among(`case/${'c'.repeat(22)}`, `licence/${'9'.repeat(18)}`),
      case: among('c'.repeat(22), 'd'.repeat(22)),
      organ: among('east-market', 'west-market'),
      purpose: among('review', 'complaint'),
      article: among('个人信息保护法第四十五条', '条例第十七条'),
      result: among('allowed', 'access-denied'),
      assurance: among(1 as const, 2 as const, 3 as const),
      correlation: among('boot-1', 'boot-2'),
    },
    { requiredKeys: ['at', 'kind', 'actor', 'action', 'result'] },
  )
  .map((one) => ({ ...one, via: 'api' }));
