import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../ledger-error.ts';
import { Draft } from './draft.ts';
import type { LicenceRecord } from './licence-record.ts';
import type { CaseRecord } from './records.ts';

function stateOf(values: Record<string, unknown>) {
  const reads: string[] = [];
  const get = (key: string) => {
    reads.push(key);
    return key in values ? JSON.stringify(values[key]) : undefined;
  };
  return { get, reads };
}

const pending: CaseRecord = {
  service: 's',
  version: 1,
  organ: 'o',
  holder: 'h',
  status: 'pending',
  submittedAt: 1,
  promisedAt: 500,
};

describe('a draft', () => {
  it('reads a record once, however often it is asked, present or not', () => {
    const state = stateOf({ 'counter/licences': { next: 7 } });
    const draft = new Draft(state);
    for (let i = 0; i < 3; i += 1) {
      expect(draft.find('counter', 'licences')).toEqual({ next: 7 });
      expect(draft.find('counter', 'others')).toBeUndefined();
    }
    expect(state.reads).toEqual(['counter/licences', 'counter/others']);
  });

  it('shows what was written before it is committed, and changes nothing below', () => {
    const draft = new Draft(stateOf({ 'counter/licences': { next: 7 } }));
    draft.write('counter', 'licences', { next: 8 });
    expect(draft.find('counter', 'licences')).toEqual({ next: 8 });
    expect([...draft.changes().values]).toEqual([['counter/licences', '{"next":8}']]);
  });

  it('writes each key out once, with its last value', () => {
    const draft = new Draft(stateOf({}));
    for (let next = 1; next <= 1000; next += 1) draft.write('counter', 'licences', { next });
    expect([...draft.changes().values]).toEqual([['counter/licences', '{"next":1000}']]);
  });

  it('deletes what stood there, and says nothing of what came and went inside the block', () => {
    const draft = new Draft(stateOf({ 'role/market/kid/registrar': { since: 1 } }));
    draft.remove('role', 'market/kid/registrar');
    draft.write('role', 'market/kid/attester', { since: 2 });
    draft.remove('role', 'market/kid/attester');
    draft.remove('role', 'market/kid/administrator');
    expect([...draft.changes().values]).toEqual([['role/market/kid/registrar', null]]);
  });

  it('forgets a removed record for the rest of the block', () => {
    const draft = new Draft(stateOf({ 'counter/licences': { next: 7 } }));
    draft.remove('counter', 'licences');
    expect(draft.find('counter', 'licences')).toBeUndefined();
  });

  it('keeps single records under a bare key', () => {
    const draft = new Draft(stateOf({}));
    draft.write('protocol', '', { version: 1 });
    expect([...draft.changes().values.keys()]).toEqual(['protocol']);
  });

  it('stops the node when an effect finds nothing where a rule saw something', () => {
    const draft = new Draft(stateOf({}));
    expect(() => draft.get('licence', 'x')).toThrow(LedgerError);
  });

  it('creates without looking', () => {
    const state = stateOf({});
    const draft = new Draft(state);
    draft.create('counter', 'fresh', { next: 1 });
    draft.create('counter', 'fresh', { next: 2 });
    expect([...draft.changes().values]).toEqual([['counter/fresh', '{"next":2}']]);
    expect(state.reads).toEqual([]);
  });
});

describe('the due rows of a draft', () => {
  const row = { instantMs: 500, kind: 'case-promise-passes', subject: 'case/a' };

  it('appear with the record that carries an instant', () => {
    const draft = new Draft(stateOf({}));
    draft.write('case', 'a', pending);
    expect(draft.changes().due).toEqual({ add: [row], remove: [] });
  });

  it('go when the record no longer does', () => {
    const draft = new Draft(stateOf({ 'case/a': pending }));
    draft.write('case', 'a', { ...pending, status: 'refused' });
    expect(draft.changes().due).toEqual({ add: [], remove: [row] });
  });

  it('stay as they are when the instant does', () => {
    const draft = new Draft(stateOf({ 'case/a': pending }));
    draft.write('case', 'a', { ...pending, version: 2 });
    expect(draft.changes().due).toEqual({ add: [], remove: [] });
  });

  it('move when the instant moves', () => {
    const draft = new Draft(stateOf({ 'case/a': pending }));
    draft.write('case', 'a', { ...pending, promisedAt: 900 });
    expect(draft.changes().due).toEqual({ add: [{ ...row, instantMs: 900 }], remove: [row] });
  });

  it('are what the records say, whatever was written and unwritten on the way', () => {
    const promised = fc.option(fc.nat(5), { nil: undefined });
    fc.assert(
      fc.property(promised, fc.array(promised, { minLength: 1 }), (before, writes) => {
        const recordOf = (at: number | undefined) =>
          at === undefined ? { ...pending, status: 'refused' as const } : { ...pending, promisedAt: at };
        const draft = new Draft(stateOf({ 'case/a': recordOf(before) }));
        for (const at of writes) draft.write('case', 'a', recordOf(at));
        const rows = new Set(before === undefined ? [] : [before]);
        const { add, remove } = draft.changes().due;
        for (const { instantMs } of remove) rows.delete(instantMs);
        for (const { instantMs } of add) rows.add(instantMs);
        const last = writes.at(-1);
        expect([...rows]).toEqual(last === undefined ? [] : [last]);
      }),
    );
  });

  it('come from licences and roles as well', () => {
    const licence = { status: 'suspended', until: 9 } as LicenceRecord;
    const draft = new Draft(stateOf({}));
    draft.write('licence', 'n', licence);
    draft.write('role', 'o/k/registrar', { since: 1, until: 8 });
    draft.write('role', 'o/k/attester', { since: 1 });
    expect(draft.changes().due.add).toEqual([
      { instantMs: 9, kind: 'licence-suspension-ends', subject: 'licence/n' },
      { instantMs: 8, kind: 'role-expires', subject: 'role/o/k/registrar' },
    ]);
  });
});
