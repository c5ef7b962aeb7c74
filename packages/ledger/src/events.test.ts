import { readFileSync } from 'node:fs';
import type { LedgerEvent } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { event } from './events.ts';

interface Line {
  readonly outcomes: readonly { readonly events?: readonly LedgerEvent[] }[];
  readonly events: readonly LedgerEvent[];
}

const lines = ['v0', 'v0-protocol-2', 'v0-protocol-3', 'v0-protocol-4'].flatMap((name) =>
  readFileSync(new URL(`../../../vectors/golden/${name}/blocks.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line)),
);
const events = lines.flatMap((line) => [...line.outcomes.flatMap((outcome) => outcome.events ?? []), ...line.events]);

/** What a follower may count on; a question mark where a fact is there only when there is something to say. */
const facts: Readonly<Record<string, string>> = {
  'key.registered': 'kid org',
  'key.revoked': 'kid org',
  'key.rotated': 'kid org from',
  'organisation.registered': 'org',
  'organisation.updated': 'org',
  'role.granted': 'org kid role until? for?',
  'role.revoked': 'org kid role',
  'role.expired': 'org kid role at',
  'service.registered': 'service version organ contract',
  'access.rule-proposed': 'proposal org? effect? withdraw? by',
  'access.rule-in-force': 'rule org? effect by',
  'access.rule-withdrawn': 'rule org? by',
  'access.proposal-rejected': 'proposal by',
  'access.proposal-lapsed': 'proposal',
  'access.requested': 'request kid org organ deed',
  'access.approved': 'request kid organ until by',
  'access.declined': 'request kid organ code by',
  'access.request-lapsed': 'request kid organ',
  'access.emergency-declared': 'case kid org organ reason until',
  'access.emergency-judged': 'case kid organ outcome by',
  'access.emergency-overdue': 'case kid organ',
  'mandate.appointed': 'case principal agent form deeds services? until',
  'mandate.used': 'case principal agent form deed',
  'mandate.withdrawn': 'case principal agent by',
  'mandate.expired': 'case principal agent at',
  'bar.recorded': 'person annulment licence organ until',
  'bar.lifted': 'person annulment organ reason',
  'annulment.due-changed': 'annulment licence organ clock from dueAt',
  'bar.ended': 'person annulment organ until',
  'audit.anchored': 'stream size root',
  'audit.hold-placed': 'case organ reason by dueAt isProvisional?',
  'audit.hold-lift-asked': 'case organ by',
  'audit.hold-confirmed': 'case organ by',
  'audit.hold-lifted': 'case organ by',
  'audit.hold-lapsed': 'case organ',
  'audit.finding-recorded': 'finding organ case? code by dueAt isProvisional?',
  'audit.finding-answered': 'finding organ outcome by',
  'audit.finding-overdue': 'finding organ dueAt',
  'case.submitted': 'case service version organ previous? kind? licence? tradeName? region? uncleared?',
  'case.granted': 'case licence? by',
  'case.pending': 'case promisedAt dueAt? isProvisional?',
  'case.overdue': 'case organ promisedAt? dueAt? isProvisional?',
  'case.due-changed': 'case organ clock from dueAt isProvisional?',
  'case.extended': 'case organ reason from dueAt isProvisional?',
  'case.refused': 'case organ reason remedies?',
  'case.returned': 'case organ round points',
  'case.withdrawn': 'case organ',
  'case.refiling': 'case organ kid',
  'case.officer-changed': 'case organ how to? from?',
  'case.review-asked': 'case organ dueAt isProvisional?',
  'case.review-overdue': 'case organ dueAt',
  'case.review-answered': 'case organ outcome reason',
  'documents.listed': 'org count',
  'licence.issued': 'number case kind organ',
  'licence.changed': 'number organ tradeName? scope? region? operator? case? items? article? from?',
  'licence.reissued': 'number organ edition reason',
  'licence.suspended': 'number organ reason until?',
  'licence.suspension-ended': 'number organ at',
  'licence.restored': 'number organ status? tradeName?',
  'licence.ceased': 'number organ reason until address?',
  'licence.resumed': 'number organ by at',
  'licence.closing-announced': 'number organ dueAt isProvisional? debts?',
  'licence.closing-opposed': 'number organ by reason',
  'licence.closing-withdrawn': 'number organ',
  'licence.closing-ripe': 'number organ dueAt',
  'licence.closed': 'number organ reason',
  'licence.revoked': 'number organ kind reason article?',
  'licence.handing-over': 'number organ kid',
  'licence.shown': 'number organ kid',
  'licence.filed': 'number organ particulars',
  'licence.replaced': 'number organ edition old',
  'licence.marked': 'number organ mark reason article',
  'licence.unmarked': 'number organ mark reason',
  'annulment.asked': 'annulment licence organ ground by dueAt isProvisional?',
  'annulment.taken-up': 'annulment licence organ dueAt isProvisional?',
  'annulment.declined': 'annulment licence organ reason',
  'annulment.overdue': 'annulment licence organ dueAt isProvisional?',
  'annulment.extended': 'annulment licence organ reason from dueAt isProvisional?',
  'annulment.announced': 'annulment licence organ reason until',
  'annulment.opposed': 'annulment licence organ',
  'annulment.stay-asked': 'annulment licence organ ground',
  'annulment.stayed': 'annulment licence organ ground',
  'annulment.resumed': 'annulment licence organ dueAt isProvisional?',
  'annulment.decided': 'annulment licence organ outcome basis',
  'annulment.undone': 'annulment licence organ status',
  'calendar.proposed': 'region year proposal by',
  'calendar.confirmed': 'region year notice date by',
  'calendar.recounted': 'region year changed',
  'calendar.missing': 'region year',
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

  it('all happen in the golden ledgers', () => {
    const seen = new Set(events.map(([name]) => name));
    const missing = Object.keys(facts).filter((name) => !seen.has(name));
    expect(missing).toEqual([]);
  });

  it('are pairs of a name and facts', () => {
    expect(event('licence.closed', { number: 'x' })).toEqual(['licence.closed', { number: 'x' }]);
  });
});
