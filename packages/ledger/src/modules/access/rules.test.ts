import { describe, expect, it } from 'vitest';
import { decide } from '../../access/decide.ts';
import { accessChain, confirm, mayRead, propose, readingRule } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { apply, DAY, foundedChain, idOf, kidOf, submission } from '../../testing/test-chain.ts';

describe('a rule of access', () => {
  it('counts from the block in which a second security administrator confirms it', async () => {
    const chain = await accessChain();
    expect(await accepted(chain, propose(readingRule, 'police'))).toEqual(['access.rule-proposed']);
    expect(mayRead(chain, decide)).toBe(false);
    expect(await accepted(chain, confirm())).toEqual(['access.rule-in-force']);
    expect(mayRead(chain, decide)).toBe(true);
    expect(chain.find('rules', 'police')?.rules).toMatchObject([
      { ...readingRule, id: idOf('rule'), by: [kidOf('sec-one'), kidOf('sec-two')] },
    ]);
    expect(chain.find('rule-proposal', idOf('rule'))).toBeUndefined();
  });

  it('is not confirmed by whoever proposed it, nor by anybody else but a security administrator', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    await refusedWithoutTrace(chain, confirm('rule', 'sec-one'), 'own-proposal');
    for (const by of ['founder', 'looker', 'police-admin', 'registrar'])
      await refusedWithoutTrace(chain, confirm('rule', by), 'access-denied');
  });

  it('may be proposed by the administrator of the organisation whose keys it is about, and of no other', async () => {
    const chain = await accessChain();
    await refusedWithoutTrace(chain, propose(readingRule, 'market', { by: 'police-admin' }), 'access-denied');
    await refusedWithoutTrace(
      chain,
      propose({ ...readingRule, effect: 'deny' }, undefined, { by: 'police-admin' }),
      'access-denied',
    );
    await accepted(chain, propose(readingRule, 'police', { by: 'police-admin' }));
    await accepted(chain, confirm());
  });

  it('goes as it came: proposed by one, confirmed by another', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    await accepted(chain, confirm());
    const body = { org: 'police', rule: idOf('rule') };
    const away = { by: 'sec-two', deed: 'access.propose-withdrawal', body, id: idOf('away') };
    await refusedWithoutTrace(chain, { ...away, body: { org: 'market', rule: idOf('rule') } }, 'rule-unknown');
    await accepted(chain, away);
    await refusedWithoutTrace(chain, confirm('away', 'sec-two'), 'own-proposal');
    expect(await accepted(chain, confirm('away', 'sec-one'))).toEqual(['access.rule-withdrawn']);
    expect(mayRead(chain, decide)).toBe(false);
  });

  it('ends at its instant, and the list forgets it when it is written next', async () => {
    const chain = await accessChain();
    const until = chain.time + DAY;
    await refusedWithoutTrace(chain, propose({ ...readingRule, until: chain.time }, 'police'), 'until-not-ahead');
    await accepted(chain, propose({ ...readingRule, until }, 'police'));
    await accepted(chain, confirm());
    expect([mayRead(chain, decide, until - 1), mayRead(chain, decide, until)]).toEqual([true, false]);
    await accepted(chain, propose(readingRule, 'police', { id: idOf('next') }));
    chain.block([], 2 * DAY);
    await accepted(chain, confirm('next'));
    expect(chain.find('rules', 'police')?.rules.map(({ id }) => id)).toEqual([idOf('next')]);
  });

  it('that denies wins over what the chain grants, for officers and for citizens', async () => {
    const chain = await accessChain();
    await accepted(
      chain,
      propose({ effect: 'deny', deeds: ['cases.submit'], services: ['tea-house'], regions: ['1101'] }),
    );
    await accepted(chain, confirm());
    const [outcome] = chain.block([await apply(chain, { word: 'li' })]).outcomes;
    expect(outcome).toMatchObject({ refused: 'access-denied', facts: { deed: 'cases.submit', rule: idOf('rule') } });
    const elsewhere = { ...submission, region: '450105' };
    const [other] = chain.block([await apply(chain, { word: 'wang', body: elsewhere })]).outcomes;
    expect(other).toHaveProperty('events');
  });

  it('may not deny the rules themselves, nor allow what no officer does, nor name what nobody knows', async () => {
    const chain = await accessChain();
    const unfit = [
      { effect: 'deny', deeds: ['access.confirm'] },
      { effect: 'deny', deeds: ['access.*'] },
      { ...readingRule, deeds: ['roles.grant'] },
      { ...readingRule, deeds: ['protocol.raise'] },
      { ...readingRule, deeds: ['cases.withdraw'] },
      { ...readingRule, deeds: ['cases.burn'] },
      { ...readingRule, deeds: ['burn.*'] },
      { effect: 'allow', deeds: ['cases.read'], roles: ['registrar'] },
    ];
    for (const rule of unfit) await refusedWithoutTrace(chain, propose(rule, 'police'), 'rule-unfit');
    await refusedWithoutTrace(chain, propose(readingRule), 'rule-unfit');
    await refusedWithoutTrace(chain, propose(readingRule, 'nowhere'), 'organisation-unknown');
    for (const wrong of [
      { regions: ['9'] },
      { regions: ['990'] },
      { grades: { least: 0, most: 9 } },
      { deeds: [] },
      { more: 1 },
    ])
      await refusedWithoutTrace(chain, propose({ ...readingRule, ...wrong }, 'police'), 'body-invalid');
  });

  it('is one of at most 256 about the same keys', async () => {
    const chain = await accessChain();
    const rules = Array.from({ length: 256 }, (_, at) => ({ ...readingRule, id: idOf(`r${at}`), by: [] }));
    const nothing = { due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } };
    chain.state.commit({ values: new Map([['rules/police', JSON.stringify({ rules })]]), ...nothing });
    await refusedWithoutTrace(chain, propose(readingRule, 'police'), 'rules-full');
  });

  it('that nobody looked at lapses after thirty days, and one can be rejected at once', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    const confirmation = await chain.write({ ...confirm(), notAfter: chain.time + 31 * DAY });
    const { blockEvents, outcomes } = chain.block([confirmation], 30 * DAY);
    expect(blockEvents.map(([name]) => name)).toContain('access.proposal-lapsed');
    expect(outcomes[0]).toMatchObject({ refused: 'proposal-unknown' });
    await accepted(chain, propose(readingRule, 'police', { id: idOf('again') }));
    const reject = { by: 'sec-one', deed: 'access.reject', body: { proposal: idOf('again') } };
    expect(await accepted(chain, reject)).toEqual(['access.proposal-rejected']);
    await refusedWithoutTrace(chain, confirm('again'), 'proposal-unknown');
  });

  it('is not known to a chain of an older protocol', async () => {
    const chain = await foundedChain(undefined, 3);
    await refusedWithoutTrace(chain, propose(readingRule, 'police', { by: 'founder' }), 'deed-unknown');
    expect(chain.find('access')).toBeUndefined();
    await accepted(chain, { by: 'founder', deed: 'protocol.raise', body: { version: 4, height: chain.height + 2 } });
    chain.block([]);
    expect(chain.find('access')).toEqual({});
  });
});
