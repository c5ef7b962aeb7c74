import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { apply, CONTRACT, foundedChain, idOf, SERVICE } from '../../testing/test-chain.ts';

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
