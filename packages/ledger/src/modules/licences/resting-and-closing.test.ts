import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, endOf, enterCalendar, submitted, withLicence } from '../../testing/procedure-chain.ts';
import { apply, DAY, foundedChain, idOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

// The licence is issued on Friday 2026-05-29 in China.
const cease = (number: string, until: string, rest: Partial<Letter> = {}): Letter =>
  byHolder('wang', 'licences.cease', { number, reason: 'FLOOD', until }, rest);
const holder = (deed: string, number: string): Letter => byHolder('wang', `licences.${deed}`, { number });
const announce = (number: string): Letter => byHolder('wang', 'licences.announce-closing', { number, debts: 'none' });
const registrar = (deed: string, number: string, body: object = {}): Letter => ({
  by: 'registrar',
  deed: `licences.${deed}`,
  body: { number, ...body },
});
const object = (number: string, by = 'police-attester'): Letter => ({
  by,
  deed: 'licences.object-to-closing',
  body: { number, reason: 'TAX-OWED' },
});
const waitUntil = (chain: TestChain, timeMs: number) => chain.block([], timeMs - chain.time).blockEvents;

describe('歇业', () => {
  it('is the holder’s act and ends by itself after its last day', async () => {
    const { chain, number } = await withLicence();
    const until = endOf('2026-08-31') + 1;
    expect(await chain.send(cease(number, '2026-08-31'))).toEqual({
      events: [['licence.ceased', { number, organ: 'market', reason: 'FLOOD', until }]],
    });
    expect(chain.find('licence', number)).toMatchObject({ status: 'ceased', since: chain.time, until });
    expect(waitUntil(chain, until - 1)).toEqual([]);
    expect(waitUntil(chain, until)).toEqual([['licence.resumed', { number, organ: 'market', by: 'time', at: until }]]);
    const licence = chain.find('licence', number);
    expect(licence).toMatchObject({ status: 'valid', since: until, ceasedDays: 95 });
    expect(licence).not.toHaveProperty('until');
  });

  it('ends when the holder opens again', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, holder('resume', number), 'licence-not-ceased');
    await accepted(chain, cease(number, '2026-08-31'));
    chain.block([], 10 * DAY);
    expect(await accepted(chain, holder('resume', number))).toEqual(['licence.resumed']);
    expect(chain.find('licence', number)).toMatchObject({ status: 'valid', ceasedDays: 10 });
    expect(chain.block([], 365 * DAY).blockEvents).toEqual([]);
  });

  it('lasts three years at most, to the day', async () => {
    const { chain, number } = await withLicence();
    expect(await refusedWithoutTrace(chain, cease(number, '2029-05-29'), 'cessation-too-long')).toEqual({
      number,
      days: 1097,
      most: 1096,
    });
    await accepted(chain, cease(number, '2029-05-28'));
  });

  it('lasts three years in all, however often it is broken off', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, cease(number, '2028-05-28'));
    waitUntil(chain, endOf('2028-05-28') + 1);
    expect(chain.find('licence', number)?.ceasedDays).toBe(731);
    const { most } = await refusedWithoutTrace(chain, cease(number, '2029-05-30'), 'cessation-too-long');
    expect(most).toBe(1095 - 731);
    await accepted(chain, cease(number, '2029-05-27'));
  });

  it('is made longer in its last thirty days, and never shorter', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, cease(number, '2026-08-31'));
    await refusedWithoutTrace(chain, cease(number, '2026-10-31'), 'cessation-not-ending');
    waitUntil(chain, endOf('2026-08-02'));
    await refusedWithoutTrace(chain, cease(number, '2026-08-31'), 'until-not-ahead');
    await refusedWithoutTrace(chain, cease(number, '2029-05-29'), 'cessation-too-long');
    const { since } = chain.find('licence', number) ?? {};
    await accepted(chain, cease(number, '2026-10-31'));
    expect(chain.find('licence', number)).toMatchObject({ since, until: endOf('2026-10-31') + 1 });
    expect(waitUntil(chain, endOf('2026-08-31') + 1)).toEqual([]);
  });

  it('is nobody else’s to declare, and lies ahead', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, cease(number, '2026-08-31', { by: 'li' }), 'access-denied');
    const byOrgan = cease(number, '2026-08-31', { by: 'registrar', embedKey: false });
    await refusedWithoutTrace(chain, byOrgan, 'case-key-required');
    await refusedWithoutTrace(chain, cease(number, '2026-05-28'), 'until-not-ahead');
    await refusedWithoutTrace(chain, cease(number, 'next year'), 'body-invalid');
    await refusedWithoutTrace(chain, cease('92110105MA0000008H', '2026-08-31'), 'licence-unknown');
  });

  it('is no way out of a suspension, and there is none after the end', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, registrar('suspend', number, { reason: 'CHECK' }));
    await refusedWithoutTrace(chain, cease(number, '2026-08-31'), 'licence-not-valid');
    await accepted(chain, registrar('close', number, { reason: 'BY-HOLDER' }));
    await refusedWithoutTrace(chain, cease(number, '2026-08-31'), 'licence-final');
  });

  it('is of the market registers: a service without their procedure has none', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'wang' })]);
    const number = chain.find('case', idOf('wang'))?.licence ?? '';
    await refusedWithoutTrace(chain, cease(number, '2026-08-31'), 'licence-without-procedure');
    await refusedWithoutTrace(chain, announce(number), 'licence-without-procedure');
  });
});

describe('简易注销', () => {
  it('closes after ten days that nobody objected in, and the name is free', async () => {
    const { chain, number } = await withLicence();
    await enterCalendar(chain);
    await submitted(chain, { word: 'li' });
    const dueAt = endOf('2026-06-08');
    expect(await chain.send(announce(number))).toEqual({
      events: [['licence.closing-announced', { number, organ: 'market', dueAt, debts: 'none' }]],
    });
    expect(chain.find('licence', number)).toMatchObject({ status: 'valid', closing: { dueAt } });
    await refusedWithoutTrace(chain, announce(number), 'closing-exists');
    expect(waitUntil(chain, dueAt).filter(([name]) => name.startsWith('licence'))).toEqual([]);
    const ended = waitUntil(chain, dueAt + 1).filter(([name]) => name.startsWith('licence'));
    expect(ended).toEqual([['licence.closed', { number, organ: 'market', reason: 'UNOPPOSED' }]]);
    const licence = chain.find('licence', number);
    expect(licence?.status).toBe('closed');
    expect(licence).not.toHaveProperty('closing');
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
  });

  it('moves past a last day that is off, also when the notice came after', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, announce(number));
    await enterCalendar(chain, { off: ['2026-06-08', '2026-06-09'] });
    const moved = waitUntil(chain, endOf('2026-06-08') + 1).filter(([name]) => name.startsWith('licence'));
    expect(moved).toEqual([['licence.closing-announced', { number, organ: 'market', dueAt: endOf('2026-06-10') }]]);
    expect(waitUntil(chain, endOf('2026-06-10') + 1)).toMatchObject([['licence.closed', {}]]);
  });

  it('is for a person where the calendar is not known: nothing acts by itself on a day that may be none', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, announce(number));
    expect(chain.find('licence', number)?.closing?.isProvisional).toBe(true);
    expect(waitUntil(chain, endOf('2026-06-08') + 1)).toMatchObject([['licence.closing-ripe', { number }]]);
    expect(chain.find('licence', number)?.status).toBe('valid');
    expect(chain.block([], 30 * DAY).blockEvents).toEqual([]);
    await accepted(chain, registrar('close', number, { reason: 'UNOPPOSED' }));
  });

  it('is for a person where somebody suspended the licence meanwhile', async () => {
    const { chain, number } = await withLicence();
    await enterCalendar(chain);
    await accepted(chain, announce(number));
    await accepted(chain, registrar('suspend', number, { reason: 'CHECK' }));
    const names = waitUntil(chain, endOf('2026-06-08') + 1).map(([name]) => name);
    expect(names).toContain('licence.closing-ripe');
    expect(chain.find('licence', number)?.status).toBe('suspended');
  });

  it('is stopped by any department’s officer', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, object(number), 'closing-unknown');
    await accepted(chain, announce(number));
    for (const by of ['clerk', 'founder', 'head'])
      await refusedWithoutTrace(chain, object(number, by), 'access-denied');
    expect(await chain.send(object(number))).toEqual({
      events: [['licence.closing-opposed', { number, organ: 'market', by: 'police', reason: 'TAX-OWED' }]],
    });
    expect(chain.block([], 60 * DAY).blockEvents).toEqual([]);
    expect(chain.find('licence', number)?.status).toBe('valid');
    await accepted(chain, announce(number));
  });

  it('is taken back by the holder', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, holder('withdraw-closing', number), 'closing-unknown');
    await accepted(chain, announce(number));
    expect(await accepted(chain, holder('withdraw-closing', number))).toEqual(['licence.closing-withdrawn']);
    expect(chain.find('licence', number)).not.toHaveProperty('closing');
  });

  it('leaves the departments their days: the organ does not close before', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, announce(number));
    const close = registrar('close', number, { reason: 'BY-HOLDER' });
    expect(await refusedWithoutTrace(chain, close, 'closing-running')).toMatchObject({ dueAt: endOf('2026-06-08') });
  });

  it('goes on while business rests, and its end comes first when it comes first', async () => {
    const { chain, number } = await withLicence();
    await enterCalendar(chain);
    await accepted(chain, announce(number));
    await accepted(chain, cease(number, '2026-06-03'));
    const names = (timeMs: number) => waitUntil(chain, timeMs).map(([name]) => name);
    expect(names(endOf('2026-06-03') + 1)).toContain('licence.resumed');
    expect(names(endOf('2026-06-08') + 1)).toEqual(['licence.closed']);
  });
});
