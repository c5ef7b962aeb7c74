import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOf } from './due-of.ts';
import { compareDueRows, type DueKind, type DueRow } from './due-row.ts';

describe('the due row of a record', () => {
  it('is the promised date of a case that waits, until it has passed', () => {
    const waiting = { status: 'pending', promisedAt: 5 };
    expect(dueOf('case/x', JSON.stringify(waiting))).toEqual({
      instantMs: 5,
      kind: 'case-promise-passes',
      subject: 'case/x',
    });
    expect(dueOf('case/x', JSON.stringify({ ...waiting, overdue: true }))).toBeUndefined();
    expect(dueOf('case/x', JSON.stringify({ ...waiting, status: 'granted' }))).toBeUndefined();
  });

  it('is the end of a suspension, if it has one', () => {
    const suspended = { status: 'suspended', until: 6 };
    expect(dueOf('licence/n', JSON.stringify(suspended))?.kind).toBe('licence-suspension-ends');
    expect(dueOf('licence/n', JSON.stringify({ status: 'suspended' }))).toBeUndefined();
    expect(dueOf('licence/n', JSON.stringify({ ...suspended, status: 'closed' }))).toBeUndefined();
  });

  it('is the end of a role, if it has one', () => {
    expect(dueOf('role/o/k/registrar', '{"since":1,"until":7}')?.instantMs).toBe(7);
    expect(dueOf('role/o/k/registrar', '{"since":1}')).toBeUndefined();
  });

  it('is nothing for any other record, which is not even parsed', () => {
    for (const key of ['chain', 'clock', 'protocol', 'org/x', 'key/x', 'service/x', 'counter/x', 'replay/1']) {
      expect(dueOf(key, 'not json')).toBeUndefined();
    }
  });
});

describe('the order of the due index', () => {
  const kind = fc.constantFrom<DueKind>('case-promise-passes', 'licence-suspension-ends', 'role-expires');
  const row: fc.Arbitrary<DueRow> = fc.record({
    instantMs: fc.nat(3),
    kind,
    subject: fc.constantFrom('a', 'b', 'é', '馆'),
  });

  it('is total, so that every node works rows off alike', () => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        expect(Math.sign(compareDueRows(a, b))).toBe(-Math.sign(compareDueRows(b, a)) + 0);
        if (compareDueRows(a, b) === 0) expect(a).toEqual(b);
        if (compareDueRows(a, b) <= 0 && compareDueRows(b, c) <= 0) expect(compareDueRows(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('goes by the instant first', () => {
    expect(
      compareDueRows(
        { instantMs: 1, kind: 'role-expires', subject: 'z' },
        { instantMs: 2, kind: 'case-promise-passes', subject: 'a' },
      ),
    ).toBeLessThan(0);
  });
});
