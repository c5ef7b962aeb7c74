import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, endOf, enterCalendar, withLicence } from '../../testing/procedure-chain.ts';
import { DAY, idOf, type TestChain } from '../../testing/test-chain.ts';

// The test chain begins on Friday 2026-05-29 in China; three months end on Saturday 29 August, and so on Monday the 31st.
const recordOf = (chain: TestChain) => chain.find('annulment', idOf('own'));
const act = (deed: string, body = {}) => ({
  by: 'registrar',
  deed: `annulments.${deed}`,
  body: { annulment: idOf('own'), ...body },
});
const moves = (chain: TestChain) =>
  chain.block([]).blockEvents.flatMap(([name, facts]) => (name === 'annulment.due-changed' ? [facts] : []));

async function opened(): Promise<{ chain: TestChain; number: string }> {
  const { chain, number } = await withLicence();
  const body = { number, ground: 'false-papers' };
  await accepted(chain, { by: 'registrar', deed: 'annulments.open', body, id: idOf('own') });
  return { chain, number };
}

describe('a notice that comes while an investigation runs', () => {
  it('moves the end of its months at once, by the region’s calendar, and the event keeps the old date', async () => {
    const { chain, number } = await opened();
    expect(recordOf(chain)).toMatchObject({ dueAt: endOf('2026-08-31'), isProvisional: true, watch: ['2026/0'] });
    await enterCalendar(chain);
    const about = { annulment: idOf('own'), licence: number, organ: 'market', clock: 'investigation' };
    const certain = { from: endOf('2026-08-31'), dueAt: endOf('2026-08-31') };
    expect(moves(chain)).toEqual([{ ...about, ...certain }]);
    await enterCalendar(chain, { region: '450000', off: ['2026-08-31'] });
    expect(moves(chain)).toEqual([]);
    await enterCalendar(chain, { region: '110000', off: ['2026-08-31'] });
    expect(moves(chain)).toEqual([{ ...about, from: endOf('2026-08-31'), dueAt: endOf('2026-09-01') }]);
    expect(recordOf(chain)?.dueAt).toBe(endOf('2026-09-01'));
  });

  it('takes back that the term had passed, where it had not by the notice', async () => {
    const { chain } = await opened();
    chain.block([], 95 * DAY);
    chain.block([]);
    expect(recordOf(chain)?.late).toBe(true);
    await enterCalendar(chain, { off: ['2026-08-31', '2026-09-01'] });
    expect(moves(chain)).toHaveLength(1);
    expect(recordOf(chain)).not.toHaveProperty('late');
  });

  it('moves the days of an announcement too, unless the shop has spoken up', async () => {
    const { chain } = await opened();
    await enterCalendar(chain);
    chain.block([]);
    await accepted(chain, act('announce', { reason: 'unreachable' }));
    expect(recordOf(chain)?.announced?.until).toBe(endOf('2026-07-13'));
    await enterCalendar(chain, { off: ['2026-07-13'] });
    expect(moves(chain)).toMatchObject([
      { clock: 'announcement', from: endOf('2026-07-13'), dueAt: endOf('2026-07-14') },
    ]);
    await accepted(chain, byHolder('wang', 'annulments.oppose', { annulment: idOf('own') }));
    await enterCalendar(chain, { off: ['2026-07-13', '2026-07-14'] });
    expect(moves(chain)).toEqual([]);
  });

  it('leaves one that is stayed or decided alone, and it stands on no page any more', async () => {
    const { chain } = await opened();
    await accepted(chain, byHolder('wang', 'annulments.ask-stay', { annulment: idOf('own'), ground: 'lawsuit' }));
    await accepted(chain, act('stay'));
    expect(recordOf(chain)).not.toHaveProperty('watch');
    await enterCalendar(chain, { off: ['2026-08-31'] });
    expect(moves(chain)).toEqual([]);
    await accepted(chain, act('resume'));
    expect(recordOf(chain)).toMatchObject({ dueAt: endOf('2026-09-01'), watch: ['2026/0'] });
    await accepted(chain, act('annul', { basis: 'found' }));
    expect(recordOf(chain)).not.toHaveProperty('watch');
    expect(chain.find('watch', '2026/0')).toBeUndefined();
  });
});

describe('an investigation that is not over', () => {
  it('stands on the licence, and bars the short closing of a shop that is looked into (实施细则 48)', async () => {
    const { chain, number } = await opened();
    expect(chain.find('licence', number)?.investigations).toBe(1);
    const short = byHolder('wang', 'licences.announce-closing', { number, debts: 'none' });
    await refusedWithoutTrace(chain, short, 'closing-barred');
    const second = { number, ground: 'identity-used' };
    await accepted(chain, { by: 'registrar', deed: 'annulments.open', body: second, id: idOf('second') });
    expect(chain.find('licence', number)?.investigations).toBe(2);
    await accepted(chain, act('annul-partly', { scope: ['5226'] }));
    expect(chain.find('licence', number)?.investigations).toBe(1);
    await accepted(chain, {
      ...act('annul-partly', { scope: ['6233'] }),
      body: { annulment: idOf('second'), scope: ['6233'] },
    });
    expect(chain.find('licence', number)).not.toHaveProperty('investigations');
    await accepted(chain, short);
  });
});
