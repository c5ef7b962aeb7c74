import { describe, expect, it } from 'vitest';
import { decide } from '../../access/decide.ts';
import { accessChain, mayRead } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { DAY, idOf, kidOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

const ask = (body: object = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'police-registrar',
  deed: 'access.request',
  body: { deed: 'cases.read', organ: 'market', reason: 'JOINT-CASE', ...body },
  id: idOf('ask'),
  ...rest,
});
const approve = (chain: TestChain, by = 'head', until = chain.time + DAY): Letter => ({
  by,
  deed: 'access.approve',
  body: { request: idOf('ask'), until },
});

describe('a right that somebody lacks', () => {
  it('is asked for, given by the head of the organ in charge, and ends by itself', async () => {
    const chain = await accessChain();
    expect(await accepted(chain, ask())).toEqual(['access.requested']);
    const until = chain.time + DAY;
    expect(await accepted(chain, approve(chain, 'head', until))).toEqual(['access.approved']);
    expect([mayRead(chain, decide), mayRead(chain, decide, until)]).toEqual([true, false]);
    expect(chain.find('access-request', idOf('ask'))).toMatchObject({ status: 'approved', given: until });
  });

  it('is given to that key, for that deed, there', async () => {
    const chain = await accessChain();
    await accepted(chain, ask({ region: '110105', service: 'tea-house' }));
    await accepted(chain, approve(chain));
    const may = (word: string, deed: string, resource: object) =>
      decide(chain.state, { kid: kidOf(word), caseKey: false, atMs: chain.time }, deed, { org: 'market', ...resource })
        .allow;
    const there = { region: '110105', service: 'tea-house' };
    expect(may('police-registrar', 'cases.read', there)).toBe(true);
    expect(may('police-head', 'cases.read', there)).toBe(false);
    expect(may('police-registrar', 'cases.decide', there)).toBe(false);
    expect(may('police-registrar', 'cases.read', { ...there, region: '110106' })).toBe(false);
    expect(may('police-registrar', 'cases.read', { ...there, org: 'platform' })).toBe(false);
  });

  it('is answered by the organ in charge alone, and never by whoever asked', async () => {
    const chain = await accessChain();
    await accepted(chain, ask());
    for (const by of ['police-head', 'registrar', 'founder', 'sec-one'])
      await refusedWithoutTrace(chain, approve(chain, by), 'access-denied');
    await accepted(chain, ask({ deed: 'cases.decide' }, { by: 'head', id: idOf('own') }));
    const own = { by: 'head', deed: 'access.approve', body: { request: idOf('own'), until: chain.time + DAY } };
    await refusedWithoutTrace(chain, own, 'own-request');
  });

  it('can be declined with a code, and asked for again', async () => {
    const chain = await accessChain();
    await accepted(chain, ask());
    const decline = { by: 'head', deed: 'access.decline', body: { request: idOf('ask'), code: 'NOT-NEEDED' } };
    expect(await accepted(chain, decline)).toEqual(['access.declined']);
    await refusedWithoutTrace(chain, approve(chain), 'request-not-pending');
    await refusedWithoutTrace(
      chain,
      { ...decline, body: { request: idOf('none'), code: 'NOT-NEEDED' } },
      'request-unknown',
    );
    await accepted(chain, ask({}, { id: idOf('again') }));
  });

  it('is not asked for where it is there already, nor where a request can give none', async () => {
    const chain = await accessChain();
    await refusedWithoutTrace(chain, ask({}, { by: 'registrar' }), 'request-not-needed');
    for (const deed of ['roles.grant', 'cases.withdraw', 'access.confirm', 'cases.burn'])
      await refusedWithoutTrace(chain, ask({ deed }), 'rule-unfit');
    await refusedWithoutTrace(chain, ask({ organ: 'nowhere' }), 'organisation-unknown');
    await refusedWithoutTrace(chain, ask({}, { by: 'stranger' }), 'key-unknown');
  });

  it('is given for a year at most, and not for the past', async () => {
    const chain = await accessChain();
    await accepted(chain, ask());
    await refusedWithoutTrace(chain, approve(chain, 'head', chain.time), 'until-not-ahead');
    await refusedWithoutTrace(chain, approve(chain, 'head', chain.time + 367 * DAY), 'until-too-far');
  });

  it('lapses after thirty days without an answer', async () => {
    const chain = await accessChain();
    await accepted(chain, ask());
    const { blockEvents } = chain.block([], 30 * DAY);
    expect(blockEvents.map(([name]) => name)).toContain('access.request-lapsed');
    await refusedWithoutTrace(chain, approve(chain), 'request-not-pending');
  });
});
