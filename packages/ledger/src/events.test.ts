import { readFileSync } from 'node:fs';
import type { LedgerEvent } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { event } from './events.ts';

interface Line {
  readonly outcomes: readonly { readonly events?: readonly LedgerEvent[] }[];
  readonly events: readonly LedgerEvent[];
}

const lines = readFileSync(new URL('../../../vectors/golden/v0/blocks.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Line => JSON.parse(line));
const events = lines.flatMap((line) => [...line.outcomes.flatMap((outcome) => outcome.events ?? []), ...line.events]);

/** What a follower may count on; a question mark where a fact is there only when there is something to say. */
const facts: Readonly<Record<string, string>> = {
  'key.registered': 'kid org',
  'key.revoked': 'kid org',
  'organisation.registered': 'org',
  'organisation.updated': 'org',
  'role.granted': 'org kid role until?',
  'role.revoked': 'org kid role',
  'role.expired': 'org kid role at',
  'service.registered': 'service version organ contract',
  'case.submitted': 'case service version organ',
  'case.granted': 'case licence? by',
  'case.pending': 'case promisedAt',
  'case.overdue': 'case organ promisedAt',
  'case.refused': 'case organ reason',
  'licence.issued': 'number case kind organ',
  'licence.changed': 'number organ tradeName? scope?',
  'licence.suspended': 'number organ reason until?',
  'licence.suspension-ended': 'number organ at',
  'licence.restored': 'number organ',
  'licence.closed': 'number organ reason',
  'licence.revoked': 'number organ kind reason',
  'protocol.raise-scheduled': 'version height',
};

describe('events', () => {
  it('carry the facts followers count on, in their order, and no other', () => {
    for (const [name, carried] of events) {
      const expected = (facts[name] ?? '').split(' ').map((fact) => fact.replace('?', ''));
      const optional = (facts[name] ?? '').split(' ').flatMap((fact) => (fact.endsWith('?') ? fact.slice(0, -1) : []));
      const given = Object.keys(carried);
      expect(given, name).toEqual(expected.filter((fact) => given.includes(fact)));
      for (const fact of expected) if (!optional.includes(fact)) expect(given, `${name} ${fact}`).toContain(fact);
    }
  });

  it('nearly all happen in the golden ledger', () => {
    const seen = new Set(events.map(([name]) => name));
    expect(Object.keys(facts).filter((name) => !seen.has(name))).toEqual(['licence.revoked']);
  });

  it('are pairs of a name and facts', () => {
    expect(event('licence.closed', { number: 'x' })).toEqual(['licence.closed', { number: 'x' }]);
  });
});
