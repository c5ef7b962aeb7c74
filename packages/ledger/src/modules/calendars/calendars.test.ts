import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { calendarBody, endOf, enterCalendar, procedureChain } from '../../testing/procedure-chain.ts';
import { DAY, idOf, kidOf, type Letter } from '../../testing/test-chain.ts';

const PROPOSAL = idOf('proposal');
const propose = (change: object = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'editor',
  deed: 'calendars.propose',
  body: calendarBody(change as never),
  id: PROPOSAL,
  ...rest,
});
const confirm = (change: object = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'checker',
  deed: 'calendars.confirm',
  body: { region: '000000', year: 2026, proposal: PROPOSAL, ...change },
  ...rest,
});
const days = { off: ['2026-06-19', '2026-06-22'], worked: ['2026-06-20'] };

describe('calendars.propose', () => {
  it('keeps what the notice says with its source, and nothing counts by it yet', async () => {
    const chain = await procedureChain();
    expect(await accepted(chain, propose(days))).toEqual(['calendar.proposed']);
    expect(chain.find('calendar')).toBeUndefined();
    expect(chain.find('calendar', '000000/2026')).toBeUndefined();
    expect(chain.find('calendar-proposal', '000000/2026')).toMatchObject({
      ...days,
      proposal: PROPOSAL,
      proposedBy: kidOf('editor'),
      source: { date: '2025-11-04' },
    });
  });

  it('is for an editor of calendars, whom only the platform has', async () => {
    const chain = await procedureChain();
    for (const by of ['founder', 'head', 'registrar'])
      await refusedWithoutTrace(chain, propose({}, { by }), 'access-denied');
    const role = { org: 'market', kid: kidOf('registrar'), role: 'calendar-editor' };
    await refusedWithoutTrace(chain, { by: 'founder', deed: 'roles.grant', body: role }, 'role-unfit');
  });

  it('takes no day of another year, but the December before', async () => {
    const chain = await procedureChain();
    for (const off of [['2027-01-01'], ['2025-11-30'], ['2024-12-31']])
      expect(await refusedWithoutTrace(chain, propose({ off }), 'calendar-day-unfit')).toEqual({ date: off[0] });
    await accepted(chain, propose({ off: ['2025-12-31', '2026-01-01'] }, { id: idOf('december') }));
  });

  it('takes no day that is off and worked', async () => {
    const chain = await procedureChain();
    await refusedWithoutTrace(chain, propose({ off: days.off, worked: ['2026-06-22'] }), 'calendar-day-unfit');
  });

  it('takes days in their order, real ones, each once, and not a whole year of them', async () => {
    const chain = await procedureChain();
    const whole = Array.from({ length: 101 }, (_, at) =>
      new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    );
    for (const off of [
      ['2026-02-30'],
      ['2026-06-22', '2026-06-19'],
      ['2026-06-19', '2026-06-19'],
      ['6月19日'],
      whole,
      'x',
    ])
      await refusedWithoutTrace(chain, propose({ off }), 'body-invalid');
    await refusedWithoutTrace(chain, propose({ source: { notice: '通知', date: '2025-11-04' } }), 'body-invalid');
    await refusedWithoutTrace(chain, propose({ region: '000001' }), 'body-invalid');
  });
});

describe('calendars.confirm', () => {
  it('brings the year into force under both names', async () => {
    const chain = await procedureChain();
    await accepted(chain, propose(days));
    expect(await accepted(chain, confirm())).toEqual(['calendar.confirmed']);
    expect(chain.find('calendar', '000000/2026')).toMatchObject({
      ...days,
      proposedBy: kidOf('editor'),
      confirmedBy: kidOf('checker'),
      since: chain.time,
    });
    expect(chain.find('calendar-proposal', '000000/2026')).toBeUndefined();
    expect(chain.block([]).blockEvents).toEqual([['calendar.recounted', { region: '000000', year: 2026, changed: 0 }]]);
    expect(chain.find('recount', '000000/2026')).toBeUndefined();
  });

  it('needs a second person’s key', async () => {
    const chain = await procedureChain();
    await accepted(chain, propose(days));
    await refusedWithoutTrace(chain, confirm({}, { by: 'editor' }), 'own-proposal');
    await refusedWithoutTrace(chain, confirm({}, { by: 'founder' }), 'access-denied');
  });

  it('confirms what was read: a proposal put in its place meanwhile is another', async () => {
    const chain = await procedureChain();
    await refusedWithoutTrace(chain, confirm(), 'proposal-unknown');
    await accepted(chain, propose(days));
    await accepted(chain, propose({ off: ['2026-06-22'] }, { id: idOf('swapped') }));
    await refusedWithoutTrace(chain, confirm(), 'proposal-unknown');
    await accepted(chain, confirm({ proposal: idOf('swapped') }));
  });

  it('replaces the year when a newer notice comes, and counts again the year that the older one reached into', async () => {
    const chain = await procedureChain();
    await enterCalendar(chain, { off: ['2025-12-31'] });
    const years = (events: readonly unknown[]) => events.map((event) => (event as [string, { year: number }])[1].year);
    expect(years(chain.block([]).blockEvents)).toEqual([2025, 2026]);
    await enterCalendar(chain, { off: ['2026-10-01'] });
    expect(chain.find('calendar', '000000/2026')?.off).toEqual(['2026-10-01']);
    expect(years(chain.block([]).blockEvents)).toEqual([2025, 2026]);
  });
});

describe('the next year’s calendar', () => {
  const waitUntil = (chain: Awaited<ReturnType<typeof procedureChain>>, timeMs: number) =>
    chain.block([], timeMs - chain.time).blockEvents;
  const asked = Date.parse('2026-11-02T00:00:00+08:00');

  it('is asked for sixty days before the year ends, once', async () => {
    const chain = await procedureChain();
    await enterCalendar(chain);
    chain.block([]);
    expect(waitUntil(chain, asked - 1)).toEqual([]);
    expect(waitUntil(chain, asked)).toEqual([['calendar.missing', { region: '000000', year: 2027 }]]);
    await enterCalendar(chain, { off: ['2026-12-31'] });
    const names = chain.block([], 9 * DAY).blockEvents.map(([name]) => name);
    expect(names).toEqual(['calendar.recounted']);
  });

  it('is not asked for when it is there', async () => {
    const chain = await procedureChain();
    await enterCalendar(chain);
    await enterCalendar(chain, { year: 2027 });
    chain.block([]);
    expect(waitUntil(chain, asked)).toEqual([]);
  });

  it('is asked for at once by a calendar entered late, and not by one of long ago or of a province', async () => {
    const chain = await procedureChain();
    await enterCalendar(chain, { year: 2019 });
    await enterCalendar(chain, { region: '450000' });
    expect(chain.block([]).blockEvents.map(([name]) => name)).toEqual(['calendar.recounted']);
    chain.block([], endOf('2026-12-01') - chain.time);
    await enterCalendar(chain);
    expect(chain.block([]).blockEvents).toContainEqual(['calendar.missing', { region: '000000', year: 2027 }]);
  });
});
