import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { apply, CONTRACT, foundedChain, idOf, SERVICE, submission } from '../../testing/test-chain.ts';

const body = {
  id: SERVICE,
  version: 2,
  organ: 'market',
  contract: 'd'.repeat(64),
  attesters: ['police', 'market'],
  promiseMs: 1000,
  licence: { kind: 'tea-licence' },
};
const register = (change: object = {}, by = 'founder') => ({
  by,
  deed: 'services.register',
  body: { ...body, ...change },
});

describe('services.register', () => {
  it('brings a newer version into force', async () => {
    const chain = await foundedChain();
    expect(chain.find('service', SERVICE)).toMatchObject({ version: 1, contract: CONTRACT });
    expect(await accepted(chain, register())).toEqual(['service.registered']);
    const { id: _id, ...rest } = body;
    expect(chain.find('service', SERVICE)).toEqual({ ...rest, status: 'active' });
  });

  it('leaves a case under the version it came under', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'before' })]);
    await accepted(chain, register());
    chain.block([await apply(chain, { word: 'after' })]);
    expect(chain.find('case', idOf('before'))?.version).toBe(1);
    expect(chain.find('case', idOf('after'))?.version).toBe(2);
  });

  it('is for the platform alone', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register({}, 'registrar'), 'access-denied');
  });

  it('never goes back, nor comes twice', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register({ version: 1 }), 'version-not-newer');
    await accepted(chain, register());
    await refusedWithoutTrace(chain, register(), 'version-not-newer');
  });

  it('names organisations that are there', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register({ organ: 'nowhere' }), 'organisation-unknown');
    await refusedWithoutTrace(chain, register({ attesters: ['police', 'nowhere'] }), 'organisation-unknown');
  });

  it('has exactly the members a service has', async () => {
    const chain = await foundedChain();
    const wrong = [
      { version: 0 },
      { version: '2' },
      { contract: 'D'.repeat(64) },
      { attesters: ['police', 'police'] },
      { promiseMs: 0 },
      { promiseMs: 367 * 86_400_000 },
      { licence: {} },
      { licence: { kind: 'tea', separately: false } },
      { licence: { kind: 'tea', more: 1 } },
      { extra: 1 },
    ];
    for (const change of wrong) await refusedWithoutTrace(chain, register(change), 'body-invalid');
  });
});

const officesOf = (...rows: readonly (readonly [string, string])[]) => ({
  offices: rows.map(([region, organ]) => ({ region, organ })),
});
const district = (id: string, parent?: string) => ({
  by: 'founder',
  deed: 'organisations.register',
  body: { id, name: `${id}（演示）`, kind: 'department', ...(parent === undefined ? {} : { parent }) },
});
const inRegion = (region: string) => ({ body: { ...submission, region } });

describe('a service with offices', () => {
  it('sends a case to the office of its district, and its licence is that office’s', async () => {
    const chain = await foundedChain();
    await accepted(chain, district('market-west'));
    await accepted(chain, register(officesOf(['990101', 'market'], ['990102', 'market-west'])));
    chain.block([await apply(chain, { word: 'east', ...inRegion('990101') })]);
    chain.block([await apply(chain, { word: 'west', ...inRegion('990102'), facts: {} })]);
    expect(chain.find('case', idOf('east'))?.organ).toBe('market');
    expect(chain.find('licence', chain.find('case', idOf('east'))?.licence ?? '')?.organ).toBe('market');
    expect(chain.find('case', idOf('west'))).toMatchObject({ organ: 'market-west', status: 'pending' });
    const decided = await chain.send({
      by: 'registrar',
      deed: 'cases.decide',
      body: { case: idOf('west'), decision: 'grant' },
    });
    expect(decided).toMatchObject({ refused: 'access-denied' });
    expect(chain.find('case', idOf('west'))?.status).toBe('pending');
  });

  it('takes no application out of a district without one, and reads the code to its last digit', async () => {
    const chain = await foundedChain();
    await accepted(chain, register(officesOf(['990101', 'market'])));
    for (const region of ['990102', '990100', '110105']) {
      const { outcomes } = chain.block([await apply(chain, { word: `of ${region}`, ...inRegion(region) })]);
      expect(outcomes[0]).toMatchObject({ refused: 'region-not-served', facts: { service: SERVICE, region } });
      expect(chain.find('case', idOf(`of ${region}`))).toBeUndefined();
    }
  });

  it('names each district once and in order, and offices that are there', async () => {
    const chain = await foundedChain();
    const wrong = [
      { offices: [] },
      { offices: {} },
      officesOf(['990101', 'market'], ['990101', 'police']),
      officesOf(['990102', 'market'], ['990101', 'police']),
      officesOf(['9901', 'market']),
      { offices: [{ region: '990101', organ: 'market', more: 1 }] },
    ];
    for (const change of wrong) await refusedWithoutTrace(chain, register(change), 'body-invalid');
    await refusedWithoutTrace(chain, register(officesOf(['990101', 'nowhere'])), 'organisation-unknown');
  });

  it('names who hears reconsideration of each office’s decisions: the office’s own government', async () => {
    const chain = await foundedChain();
    const procedure = { kind: 'registration', days: 3, extensionDays: 3, reviewDays: 3, closingDays: 20 };
    await accepted(chain, district('town-hall'));
    await accepted(chain, district('market-west', 'town-hall'));
    const orphan = { procedure, ...officesOf(['990101', 'market'], ['990102', 'market-west']) };
    await refusedWithoutTrace(chain, register(orphan), 'reconsideration-unknown');
    await accepted(chain, register({ procedure, ...officesOf(['990102', 'market-west']) }));
  });

  it('is not known to a chain of version 2', async () => {
    const chain = await foundedChain(undefined, 2);
    await refusedWithoutTrace(chain, register(officesOf(['990101', 'market'])), 'body-invalid');
  });
});
