import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, endOf, enterCalendar, licenceOf, submitted, withLicence } from '../../testing/procedure-chain.ts';
import { DAY, idOf, kidOf, type Letter, sealedSidecar, sidecarFor, submission, type TestChain } from '../../testing/test-chain.ts';

const asked = async (chain: TestChain, number: string, change: JsonObject = {}): Promise<Letter> => {
  const whole = JSON.parse(await sidecarFor(chain, { word: 'zhao' }));
  const sidecar = buildSidecar({ ...whole, sealed: { statement: 'aa..bb.cc.dd' }, ...change });
  return byHolder('zhao', 'annulments.ask', { number, ground: 'identity-used' }, { id: idOf('zhao'), sidecar });
};
const act = (deed: string, body: JsonObject = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'registrar',
  deed: `annulments.${deed}`,
  body: { annulment: idOf('zhao'), ...body },
  ...rest,
});
const told = { sidecar: sealedSidecar() };
const recordOf = (chain: TestChain) => chain.find('annulment', idOf('zhao'));
const annulled = (basis = 'found') => act('annul', { basis });

/** A chain on which somebody asked that the licence of `wang` be annulled, and the organ looks into it. */
async function investigated(): Promise<{ chain: TestChain; number: string }> {
  const { chain, number } = await withLicence();
  await enterCalendar(chain);
  await accepted(chain, await asked(chain, number));
  await accepted(chain, act('take-up'));
  return { chain, number };
}

describe('申请撤销登记', () => {
  it('is open to anybody whose identity a department checked, and is answered within three working days', async () => {
    const { chain, number } = await withLicence();
    await enterCalendar(chain);
    expect(await accepted(chain, await asked(chain, number))).toEqual(['annulment.asked']);
    expect(recordOf(chain)).toMatchObject({
      licence: number,
      status: 'asked',
      asker: kidOf('zhao'),
      dueAt: endOf('2026-06-03'),
    });
    expect(licenceOf(chain, 'wang')?.status).toBe('valid');
    const late = chain.block([], 10 * DAY).blockEvents.filter(([name]) => name.startsWith('annulment'));
    expect(late).toMatchObject([['annulment.overdue', { annulment: idOf('zhao') }]]);
    expect(recordOf(chain)).toMatchObject({ status: 'asked', late: true });
  });

  it('needs a checked identity, a statement and a licence that is there to be annulled', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, await asked(chain, number, { attestations: [] }), 'identity-missing');
    await refusedWithoutTrace(chain, await asked(chain, number, { sealed: {} }), 'particulars-missing');
    await refusedWithoutTrace(chain, await asked(chain, '92110105MA00000999'), 'licence-unknown');
    const letter = await asked(chain, number);
    await refusedWithoutTrace(chain, { ...letter, by: 'registrar', embedKey: false }, 'case-key-required');
    await accepted(chain, letter);
    await accepted(chain, { by: 'registrar', deed: 'licences.close', body: { number, reason: 'BY-HOLDER' } });
    await refusedWithoutTrace(chain, { ...letter, id: idOf('zhao again') }, 'licence-final');
    const own = { number, ground: 'false-papers' };
    await refusedWithoutTrace(chain, { by: 'registrar', deed: 'annulments.open', body: own }, 'licence-final');
  });

  it('is not taken up by a person only, for a ground of the rules and in words', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, await asked(chain, number));
    const no = act('decline', { reason: 'identity-not-verified' }, told);
    await refusedWithoutTrace(chain, act('decline', { reason: 'busy' }, told), 'body-invalid');
    await refusedWithoutTrace(chain, { ...no, sidecar: sealedSidecar({}) }, 'sealed-reason-missing');
    await accepted(chain, no);
    expect(recordOf(chain)).toMatchObject({ status: 'declined', decidedBy: kidOf('registrar') });
    await refusedWithoutTrace(chain, act('take-up'), 'annulment-not-open');
    expect(licenceOf(chain, 'wang')?.status).toBe('valid');
  });
});

describe('an investigation', () => {
  it('has three months, and three more that the head allows once and in time', async () => {
    const { chain } = await investigated();
    // Taken up on 29 May: the 29 August is a Saturday, 29 November a Sunday.
    expect(recordOf(chain)).toMatchObject({ status: 'investigated', dueAt: endOf('2026-08-31') });
    const more = act('extend', { reason: 'COMPLEX' });
    await refusedWithoutTrace(chain, more, 'access-denied');
    await accepted(chain, { ...more, by: 'head' });
    expect(recordOf(chain)).toMatchObject({ dueAt: endOf('2026-11-30'), months: 6, extendedBy: kidOf('head') });
    await refusedWithoutTrace(chain, { ...more, by: 'head' }, 'annulment-extended');
  });

  it('that is late stays late', async () => {
    const { chain } = await investigated();
    const events = chain.block([], 120 * DAY).blockEvents.map(([name]) => name);
    expect(events).toContain('annulment.overdue');
    await refusedWithoutTrace(chain, act('extend', { reason: 'COMPLEX' }, { by: 'head' }), 'annulment-past-due');
    await accepted(chain, act('reject', { reason: 'not-false' }, told));
    expect(recordOf(chain)).toMatchObject({ status: 'not-annulled', late: true });
  });

  it('is also opened of the office’s own motion', async () => {
    const { chain, number } = await withLicence();
    const own = {
      by: 'registrar',
      deed: 'annulments.open',
      body: { number, ground: 'false-papers' },
      id: idOf('zhao'),
    };
    expect(await accepted(chain, own)).toEqual(['annulment.asked', 'annulment.taken-up']);
    expect(recordOf(chain)).toMatchObject({ openedBy: kidOf('registrar'), status: 'investigated' });
    await refusedWithoutTrace(chain, act('take-up'), 'annulment-not-open');
  });

  it('is no neighbour’s business: another organ can do nothing about it', async () => {
    const { chain, number } = await investigated();
    const deeds = [
      act('announce', { reason: 'unreachable' }),
      annulled(),
      act('annul-partly', { scope: ['6233'] }),
      act('reject', { reason: 'not-false' }, told),
      act('undo'),
      act('resume'),
      act('stay'),
    ];
    for (const letter of deeds) {
      await refusedWithoutTrace(chain, { ...letter, by: 'police-attester' }, 'access-denied');
      await refusedWithoutTrace(chain, { ...letter, by: 'clerk' }, 'access-denied');
    }
    await refusedWithoutTrace(
      chain,
      { ...act('annul', { basis: 'found' }), by: 'zhao', embedKey: true },
      'registered-key-required',
    );
    await refusedWithoutTrace(
      chain,
      { ...annulled(), body: { annulment: idOf('none'), basis: 'found' } },
      'annulment-unknown',
    );
    expect(licenceOf(chain, 'wang')?.status).toBe('valid');
    const direct = { number, reason: 'FRAUD', kind: 'annulled', article: '市场主体登记管理条例 第四十条' };
    await refusedWithoutTrace(chain, { by: 'registrar', deed: 'licences.revoke', body: direct }, 'annulment-needed');
  });

  it('stands still while it is stayed at a party’s wish, and its end moves by those days', async () => {
    const { chain } = await investigated();
    await refusedWithoutTrace(chain, act('stay'), 'annulment-not-open');
    const wish = act('ask-stay', { ground: 'lawsuit' }, { embedKey: true });
    await submitted(chain, { word: 'li', facts: {} });
    await refusedWithoutTrace(chain, { ...wish, by: 'li' }, 'access-denied');
    await accepted(chain, { ...wish, by: 'wang' });
    await accepted(chain, { ...wish, by: 'zhao' });
    await accepted(chain, act('stay'));
    await refusedWithoutTrace(chain, annulled(), 'annulment-not-open');
    expect(chain.block([], 200 * DAY).blockEvents.filter(([name]) => name.startsWith('annulment'))).toEqual([]);
    await accepted(chain, act('resume'));
    // 31 August would have been 29 August and 200 days: 17 March 2027, whose calendar nobody knows.
    expect(recordOf(chain)).toMatchObject({ stayedDays: 200, dueAt: endOf('2027-03-17'), isProvisional: true });
  });
});

describe('撤销登记', () => {
  it('takes the licence away, frees the name, and says by which article', async () => {
    const { chain, number } = await investigated();
    const outcome = await chain.send(annulled());
    expect(outcome).toMatchObject({
      events: [
        ['annulment.decided', { outcome: 'annulled' }],
        ['licence.revoked', { number, kind: 'annulled', article: '市场主体登记管理条例 第四十条' }],
      ],
    });
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'annulled', ground: { reason: 'identity-used' } });
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
    await refusedWithoutTrace(chain, annulled(), 'annulment-not-open');
  });

  it('rests on silence only after forty-five days of announcement in which nobody spoke up', async () => {
    const { chain } = await investigated();
    await refusedWithoutTrace(chain, annulled('unopposed'), 'annulment-not-announced');
    const announce = act('announce', { reason: 'unreachable' });
    await accepted(chain, announce);
    // 29 May and 45 days: 13 July, a Monday.
    expect(recordOf(chain)?.announced?.until).toBe(endOf('2026-07-13'));
    await refusedWithoutTrace(chain, announce, 'annulment-announced');
    await refusedWithoutTrace(chain, annulled('unopposed'), 'annulment-announced');
    chain.block([], 50 * DAY);
    await refusedWithoutTrace(chain, act('oppose', {}, { by: 'wang', embedKey: true }), 'annulment-not-announced');
    await accepted(chain, annulled('unopposed'));
    expect(licenceOf(chain, 'wang')?.ground?.article).toBe('市场主体登记管理条例 第四十条第二款');
  });

  it('that the shop opposed needs findings', async () => {
    const { chain } = await investigated();
    await accepted(chain, act('announce', { reason: 'unwilling' }));
    const oppose = act('oppose', {}, { embedKey: true });
    await refusedWithoutTrace(chain, { ...oppose, by: 'zhao' }, 'access-denied');
    await accepted(chain, { ...oppose, by: 'wang' });
    await refusedWithoutTrace(chain, { ...oppose, by: 'wang' }, 'annulment-opposed');
    chain.block([], 50 * DAY);
    await refusedWithoutTrace(chain, annulled('unopposed'), 'annulment-opposed');
    await accepted(chain, annulled());
  });

  it('takes away only what was false, where the shop can go on without it', async () => {
    const { chain } = await investigated();
    await refusedWithoutTrace(chain, act('annul-partly'), 'nothing-changes');
    await submitted(chain, { word: 'li', body: { ...submission, tradeName: '明月茶馆' } });
    await refusedWithoutTrace(chain, act('annul-partly', { tradeName: '明月茶馆' }), 'name-taken');
    const partly = act('annul-partly', { scope: ['5226'], particulars: ['contact'] });
    expect(await accepted(chain, partly)).toEqual(['annulment.decided', 'licence.changed']);
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'valid', scope: ['5226'] });
    expect(recordOf(chain)?.status).toBe('partly-annulled');
  });

  it('of a part is only for a shop that goes on, and the undoing of one that was revoked takes no name back', async () => {
    const { chain, number } = await investigated();
    const article = '市场主体登记管理条例 第四十四条';
    const revoked = { number, reason: 'FRAUD', kind: 'revoked', article };
    await accepted(chain, { by: 'registrar', deed: 'licences.revoke', body: revoked });
    await refusedWithoutTrace(chain, act('annul-partly', { scope: ['5226'] }), 'licence-final');
    await accepted(chain, annulled());
    await submitted(chain, { word: 'li' });
    await accepted(chain, act('undo'));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'revoked', ground: { reason: 'FRAUD', article } });
    expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('li') });
  });

  it('is not done for a ground of article 41, in words', async () => {
    const { chain } = await investigated();
    const no = act('reject', { reason: 'public-interest' });
    await refusedWithoutTrace(chain, { ...no, sidecar: sealedSidecar({}) }, 'sealed-reason-missing');
    await accepted(chain, { ...no, ...told });
    expect(recordOf(chain)?.status).toBe('not-annulled');
    expect(licenceOf(chain, 'wang')?.status).toBe('valid');
  });

  it('that was wrong is undone, and the licence is what it was, under its name or, where that is taken, another', async () => {
    const { chain, number } = await investigated();
    await accepted(chain, byHolder('wang', 'licences.cease', { number, reason: 'FLOOD', until: '2026-08-31' }));
    const { until } = licenceOf(chain, 'wang') ?? {};
    await refusedWithoutTrace(chain, act('undo'), 'annulment-final');
    await accepted(chain, annulled());
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('until');
    await submitted(chain, { word: 'li' });
    await refusedWithoutTrace(chain, act('undo'), 'name-taken');
    await accepted(chain, act('undo', { tradeName: '清风老茶馆' }));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'ceased', until, tradeName: '清风老茶馆' });
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('ground');
    expect(chain.find('name', '110105/清风老茶馆')).toEqual({ case: idOf('wang') });
    expect(recordOf(chain)?.status).toBe('undone');
    await refusedWithoutTrace(chain, act('undo'), 'annulment-final');
  });
});
