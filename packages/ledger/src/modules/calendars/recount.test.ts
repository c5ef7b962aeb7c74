import { describe, expect, it } from 'vitest';
import { byHolder, endOf, enterCalendar, procedureChain, submitted } from '../../testing/procedure-chain.ts';
import { apply, DAY, idOf, submission, type TestChain } from '../../testing/test-chain.ts';

// The test chain begins on Friday 2026-05-29 in China.
const pendingIn = (chain: TestChain, word: string, region = '110105') =>
  submitted(chain, { word, facts: {}, body: { ...submission, region, tradeName: `茶馆${word}` } });
const dueOf = (chain: TestChain, word: string) => chain.find('case', idOf(word))?.dueAt;
const changes = (events: readonly unknown[]) =>
  events
    .filter((event) => (event as [string])[0] === 'case.due-changed')
    .map((event) => (event as [string, object])[1]);

describe('a notice that comes while cases wait', () => {
  it('moves the dates it concerns and keeps the old ones in the events', async () => {
    const chain = await procedureChain();
    const record = await pendingIn(chain, 'wang');
    expect(record).toMatchObject({ dueAt: endOf('2026-06-03'), isProvisional: true });
    await enterCalendar(chain, { off: ['2026-06-01'], worked: ['2026-05-30'] });
    expect(changes(chain.block([]).blockEvents)).toEqual([
      { case: idOf('wang'), organ: 'market', clock: 'decision', from: endOf('2026-06-03'), dueAt: endOf('2026-06-03') },
    ]);
    await enterCalendar(chain, { off: ['2026-06-01', '2026-06-02'] });
    expect(changes(chain.block([]).blockEvents)).toMatchObject([
      { from: endOf('2026-06-03'), dueAt: endOf('2026-06-05') },
    ]);
    expect(chain.find('case', idOf('wang'))).not.toHaveProperty('isProvisional');
    expect(dueOf(chain, 'wang')).toBe(endOf('2026-06-05'));
  });

  it('can move a date ahead again that had passed: the case is then not late', async () => {
    const chain = await procedureChain();
    await pendingIn(chain, 'wang');
    await pendingIn(chain, 'li', '450105');
    chain.block([], 8 * DAY);
    chain.block([]);
    expect(chain.find('case', idOf('li'))?.late).toBe(true);
    const off = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-08'];
    await enterCalendar(chain, { region: '450000', off });
    chain.block([]);
    expect(dueOf(chain, 'li')).toBe(endOf('2026-06-11'));
    expect(chain.find('case', idOf('li'))).not.toHaveProperty('late');
    expect(chain.find('case', idOf('wang'))?.late).toBe(true);
    const names = chain.block([], 6 * DAY).blockEvents.map(([name, { case: id }]) => [name, id]);
    expect(names).toEqual([['case.overdue', idOf('li')]]);
  });

  it('says that a case is late once, where the notice does not save it', async () => {
    const chain = await procedureChain();
    await pendingIn(chain, 'wang');
    chain.block([], 9 * DAY);
    chain.block([]);
    await enterCalendar(chain, { off: ['2026-06-01'] });
    expect(chain.block([]).blockEvents.map(([name]) => name)).toEqual(['case.due-changed', 'calendar.recounted']);
    expect(chain.find('case', idOf('wang'))).toMatchObject({ late: true, dueAt: endOf('2026-06-04') });
    expect(chain.block([]).blockEvents).toEqual([]);
  });

  it('leaves other divisions and decided cases alone', async () => {
    const chain = await procedureChain();
    await pendingIn(chain, 'wang');
    await pendingIn(chain, 'li', '450105');
    await pendingIn(chain, 'zhao', '450105');
    await chain.send(byHolder('zhao', 'cases.withdraw', { case: idOf('zhao') }));
    await enterCalendar(chain, { region: '450000', off: ['2026-06-01'] });
    expect(changes(chain.block([]).blockEvents)).toMatchObject([{ case: idOf('li') }]);
  });

  it('counts an extended term and an open review again too', async () => {
    const chain = await procedureChain();
    await pendingIn(chain, 'wang');
    await chain.send({ by: 'head', deed: 'cases.extend', body: { case: idOf('wang'), reason: 'COMPLEX' } });
    await chain.send(byHolder('wang', 'cases.review', { case: idOf('wang') }));
    await enterCalendar(chain, { off: ['2026-06-01'] });
    expect(changes(chain.block([]).blockEvents)).toMatchObject([
      { clock: 'decision', from: endOf('2026-06-08'), dueAt: endOf('2026-06-09') },
      { clock: 'review', from: endOf('2026-06-03'), dueAt: endOf('2026-06-04') },
    ]);
    expect(chain.find('case', idOf('wang'))?.review).toMatchObject({ dueAt: endOf('2026-06-04'), days: 3 });
  });

  it('reaches cases whose term runs over the turn of the year, from either side', async () => {
    const chain = await procedureChain();
    chain.block([], Date.parse('2026-12-30T10:00:00+08:00') - chain.time);
    await enterCalendar(chain);
    await pendingIn(chain, 'wang');
    expect(chain.find('case', idOf('wang'))).toMatchObject({ dueAt: endOf('2027-01-04'), isProvisional: true });
    expect(chain.find('case', idOf('wang'))?.watch).toEqual(['2026/0', '2027/0']);
    await enterCalendar(chain, { year: 2027, off: ['2027-01-01'], worked: [] });
    chain.block([]);
    expect(dueOf(chain, 'wang')).toBe(endOf('2027-01-05'));
    expect(chain.find('case', idOf('wang'))).not.toHaveProperty('isProvisional');
  });

  it('is worked off in bounded pieces, each case once, whatever comes between', async () => {
    const chain = await procedureChain();
    const words = Array.from({ length: 460 }, (_, at) => `n${at}`);
    const body = { ...submission, manual: true };
    const entries = await Promise.all(words.map((word) => apply(chain, { word, body })));
    chain.block(entries);
    await enterCalendar(chain, { off: ['2026-06-01'] });
    const sizes: number[] = [];
    const seen = new Set<string>();
    while (chain.find('recount', '000000/2026') !== undefined) {
      const { blockEvents, changes: written } = chain.block([]);
      for (const fact of changes(blockEvents)) seen.add((fact as { case: string }).case);
      sizes.push(changes(blockEvents).length);
      expect(written.values.size).toBeLessThan(300);
    }
    expect(sizes).toEqual([200, 200, 60]);
    expect(seen.size).toBe(460);
  }, 60_000);

  it('finds nothing where nothing waits any more: an ended case leaves the watch, and its page goes', async () => {
    const chain = await procedureChain();
    await pendingIn(chain, 'wang');
    expect(chain.find('watch', '2026/0')).toEqual({ cases: [idOf('wang')] });
    await chain.send({ by: 'registrar', deed: 'cases.decide', body: { case: idOf('wang'), decision: 'grant' } });
    expect(chain.find('watch', '2026/0')).toBeUndefined();
    expect(chain.find('case', idOf('wang'))).not.toHaveProperty('watch');
  });
});
