import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { endOf, keyWithRole, withLicence } from '../../testing/procedure-chain.ts';
import { commitmentOf, DAY, idOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

const wang = commitmentOf('wang');
const act = (deed: string, body: Letter['body'] = {}, by = 'registrar'): Letter => ({
  by,
  deed: `annulments.${deed}`,
  body: { annulment: idOf('own'), ...body },
});
const bar = (person = wang, by = 'registrar') => act('bar', { person }, by);

/** A chain on which the licence of `wang` was annulled on 2026-05-29. */
async function annulled(): Promise<{ chain: TestChain; number: string }> {
  const { chain, number } = await withLicence();
  const open = { by: 'registrar', deed: 'annulments.open', body: { number, ground: 'false-papers' } };
  await accepted(chain, { ...open, id: idOf('own') });
  await refusedWithoutTrace(chain, bar(), 'annulment-not-open');
  await accepted(chain, act('annul', { basis: 'found' }));
  return { chain, number };
}

describe('三年内不得再次申请', () => {
  it('is a record of its own, by a blind key, to the end of the same day three years after the annulment', async () => {
    const { chain, number } = await annulled();
    chain.block([], 20 * DAY);
    const until = endOf('2029-05-29');
    expect(await chain.send(bar())).toEqual({
      events: [['bar.recorded', { person: wang, annulment: idOf('own'), licence: number, organ: 'market', until }]],
    });
    const ground = { annulment: idOf('own'), licence: number, organ: 'market', until };
    expect(chain.find('bar', wang)).toEqual({ grounds: [ground] });
    await refusedWithoutTrace(chain, bar(), 'bar-exists');
    await accepted(chain, bar(commitmentOf('agent')));
  });

  it('is an officer’s act, of the organ that annulled', async () => {
    const { chain } = await annulled();
    for (const by of ['clerk', 'police-attester', 'founder'])
      await refusedWithoutTrace(chain, bar(wang, by), 'access-denied');
    await refusedWithoutTrace(chain, { ...bar(), by: 'wang', embedKey: true }, 'registered-key-required');
  });

  it('ends by its date and leaves nothing behind', async () => {
    const { chain } = await annulled();
    await accepted(chain, bar());
    const ended = () => chain.block([], 1000).blockEvents.filter(([name]) => name.startsWith('bar'));
    chain.block([], endOf('2029-05-29') - chain.time);
    expect(ended()).toMatchObject([['bar.ended', { person: wang, annulment: idOf('own') }]]);
    expect(chain.find('bar', wang)).toBeUndefined();
    await refusedWithoutTrace(chain, act('lift-bar', { person: wang, reason: 'WRONG' }), 'bar-unknown');
  });

  it('goes with the annulment when that is undone', async () => {
    const { chain } = await annulled();
    await accepted(chain, bar());
    await accepted(chain, bar(commitmentOf('agent')));
    expect(await accepted(chain, act('undo'))).toEqual([
      'annulment.undone',
      'licence.restored',
      'bar.lifted',
      'bar.lifted',
    ]);
    expect(chain.find('bar', wang)).toBeUndefined();
    expect(chain.find('annulment', idOf('own'))).not.toHaveProperty('barred');
  });

  it('is taken back from whoever was not directly responsible, by the organ or the one above it in its line', async () => {
    const { chain } = await annulled();
    await accepted(chain, bar());
    const lift = (by: string) => act('lift-bar', { person: wang, reason: 'NOT-RESPONSIBLE' }, by);
    await refusedWithoutTrace(chain, lift('police-attester'), 'access-denied');
    expect(await accepted(chain, lift('registrar'))).toEqual(['bar.lifted']);
    expect(chain.find('bar', wang)).toBeUndefined();
    await accepted(chain, bar());
  });

  it('can be taken back, and its annulment undone, by the bureau above in its line, where one is named', async () => {
    const { chain, number } = await withLicence();
    const founding = [
      { deed: 'organisations.register', body: { id: 'bureau', name: '市局', kind: 'department' } },
      { deed: 'organisations.register', body: { id: 'office', name: '区局', kind: 'department', superior: 'bureau' } },
      ...keyWithRole('office', 'office-registrar', 'registrar'),
      ...keyWithRole('bureau', 'bureau-registrar', 'registrar'),
    ];
    for (const letter of founding) await accepted(chain, { ...letter, by: 'founder' });
    const unknown = { id: 'other', name: '他局', kind: 'department', superior: 'nobody' };
    await refusedWithoutTrace(
      chain,
      { by: 'founder', deed: 'organisations.register', body: unknown },
      'organisation-unknown',
    );
    // The licence is of `market`, which has no superior: the bureau above another office has no say.
    const open = { by: 'registrar', deed: 'annulments.open', body: { number, ground: 'false-papers' } };
    await accepted(chain, { ...open, id: idOf('own') });
    await accepted(chain, act('annul', { basis: 'found' }));
    await refusedWithoutTrace(chain, act('undo', {}, 'bureau-registrar'), 'access-denied');
    chain.state.commit({
      values: new Map([['org/market', JSON.stringify({ ...chain.find('org', 'market'), superior: 'bureau' })]]),
      due: { add: [], remove: [] },
      replay: { add: [], dropBuckets: [] },
    });
    await refusedWithoutTrace(chain, act('undo', {}, 'office-registrar'), 'access-denied');
    await accepted(chain, bar());
    await accepted(chain, act('lift-bar', { person: wang, reason: 'NOT-RESPONSIBLE' }, 'bureau-registrar'));
    await accepted(chain, act('undo', {}, 'bureau-registrar'));
    expect(chain.find('licence', number)?.status).toBe('valid');
  });
});
