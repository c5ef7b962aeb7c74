import type { JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  apply,
  CONTRACT,
  DAY,
  foundedChain,
  idOf,
  SERVICE,
  sealedSidecar,
  type TestChain,
} from '../../testing/test-chain.ts';

const NUMBER = '92110105MA0000007H';

async function withLicence(): Promise<TestChain> {
  const chain = await foundedChain();
  chain.block([await apply(chain, { word: 'wang' })]);
  return chain;
}

const bodies: Readonly<Record<string, JsonObject>> = {
  change: { tradeName: '明月茶馆' },
  suspend: { reason: 'CHECK' },
  restore: {},
  close: { reason: 'BY-HOLDER' },
  revoke: { reason: 'FALSE-PAPERS', kind: 'annulled' },
};

function act(name: string, change: JsonObject = {}, by = 'registrar') {
  return { by, deed: `licences.${name}`, body: { number: NUMBER, ...bodies[name], ...change } };
}

describe('every act on a licence', () => {
  it('needs one that is there', async () => {
    const chain = await foundedChain();
    for (const name of Object.keys(bodies)) await refusedWithoutTrace(chain, act(name), 'licence-unknown');
  });

  it('is for a registrar of the organ that issued it', async () => {
    const chain = await withLicence();
    for (const name of Object.keys(bodies)) {
      for (const by of ['clerk', 'founder', 'police-attester']) {
        await refusedWithoutTrace(chain, act(name, {}, by), 'access-denied');
      }
    }
  });

  it('comes too late for one that has ended, however it ended', async () => {
    const ends = [act('close'), ...['annulled', 'revoked', 'withdrawn'].map((kind) => act('revoke', { kind }))];
    for (const end of ends) {
      const chain = await withLicence();
      await accepted(chain, end);
      for (const name of Object.keys(bodies)) await refusedWithoutTrace(chain, act(name), 'licence-final');
    }
  });

  it('may carry words sealed to the holder', async () => {
    const chain = await withLicence();
    expect(await accepted(chain, { ...act('suspend'), sidecar: sealedSidecar() })).toEqual(['licence.suspended']);
  });
});

describe('licences.change', () => {
  it('changes what is registered, and neither number nor standing', async () => {
    const chain = await withLicence();
    const issued = chain.find('licence', NUMBER);
    expect(await accepted(chain, act('change', { scope: ['6231', '6232'] }))).toEqual(['licence.changed']);
    const changes = { tradeName: '明月茶馆', scope: ['6231', '6232'], changedAt: chain.time };
    expect(chain.find('licence', NUMBER)).toEqual({ ...issued, ...changes });
  });

  it('changes something', async () => {
    const chain = await withLicence();
    const same = { by: 'registrar', deed: 'licences.change' };
    await refusedWithoutTrace(chain, { ...same, body: { number: NUMBER } }, 'nothing-changes');
    const names = { number: NUMBER, tradeName: '清风茶馆', scope: ['6233'] };
    await refusedWithoutTrace(chain, { ...same, body: names }, 'nothing-changes');
  });

  it('waits for the end of a suspension', async () => {
    const chain = await withLicence();
    await accepted(chain, act('suspend'));
    await refusedWithoutTrace(chain, act('change'), 'licence-not-valid');
  });
});

describe('licences.suspend and licences.restore', () => {
  it('pause a licence and take it up again', async () => {
    const chain = await withLicence();
    expect(await accepted(chain, act('suspend'))).toEqual(['licence.suspended']);
    expect(chain.find('licence', NUMBER)).toMatchObject({ status: 'suspended', since: chain.time });
    expect(await accepted(chain, act('restore'))).toEqual(['licence.restored']);
    expect(chain.find('licence', NUMBER)).toMatchObject({ status: 'valid', since: chain.time });
  });

  it('with an end: the suspension ends by itself at its instant, on a silent night', async () => {
    const chain = await withLicence();
    const until = chain.time + DAY;
    await accepted(chain, act('suspend', { until }));
    expect(chain.find('licence', NUMBER)).toMatchObject({ until });
    expect(chain.block([], DAY - 1001).blockEvents).toEqual([]);
    expect(chain.block([], 7000).blockEvents).toEqual([
      ['licence.suspension-ended', { number: NUMBER, organ: 'market', at: until }],
    ]);
    const licence = chain.find('licence', NUMBER);
    expect(licence).toMatchObject({ status: 'valid', since: until });
    expect(licence).not.toHaveProperty('until');
  });

  it('ended by a person first: nothing is left to end', async () => {
    const chain = await withLicence();
    await accepted(chain, act('suspend', { until: chain.time + DAY }));
    await accepted(chain, act('restore'));
    expect(chain.block([], 2 * DAY).blockEvents).toEqual([]);
  });

  it('do not bring a licence back that was closed while suspended', async () => {
    const chain = await withLicence();
    await accepted(chain, act('suspend', { until: chain.time + DAY }));
    await accepted(chain, act('close'));
    expect(chain.block([], 2 * DAY).blockEvents).toEqual([]);
    expect(chain.find('licence', NUMBER)?.status).toBe('closed');
  });

  it('happen once each', async () => {
    const chain = await withLicence();
    await refusedWithoutTrace(chain, act('restore'), 'licence-not-suspended');
    await accepted(chain, act('suspend'));
    await refusedWithoutTrace(chain, act('suspend'), 'licence-not-valid');
  });

  it('end ahead, never behind', async () => {
    const chain = await withLicence();
    await refusedWithoutTrace(chain, act('suspend', { until: chain.time + 1000 }), 'until-not-ahead');
  });
});

describe('licences.close and licences.revoke', () => {
  it('each leave their own word', async () => {
    const endings = { closed: act('close') } as Record<string, ReturnType<typeof act>>;
    for (const kind of ['annulled', 'revoked', 'withdrawn']) endings[kind] = act('revoke', { kind });
    for (const [status, letter] of Object.entries(endings)) {
      const chain = await withLicence();
      await accepted(chain, letter);
      expect(chain.find('licence', NUMBER)).toMatchObject({ status, since: chain.time });
    }
  });

  it('know no fourth way to revoke', async () => {
    const chain = await withLicence();
    await refusedWithoutTrace(chain, act('revoke', { kind: 'closed' }), 'body-invalid');
  });
});

describe('licences.issue', () => {
  const issue = (word = 'wang', by = 'registrar') => ({ by, deed: 'licences.issue', body: { case: idOf(word) } });

  async function withGrantedCase(): Promise<TestChain> {
    const chain = await foundedChain();
    const body = {
      id: SERVICE,
      version: 2,
      organ: 'market',
      contract: CONTRACT,
      attesters: ['police'],
      promiseMs: DAY,
      licence: { kind: 'tea-licence', separately: true },
    };
    await accepted(chain, { by: 'founder', deed: 'services.register', body });
    chain.block([await apply(chain, { word: 'wang' })]);
    chain.block([await apply(chain, { word: 'li', facts: {} })]);
    return chain;
  }

  it('issues what was granted without a licence', async () => {
    const chain = await withGrantedCase();
    expect(await accepted(chain, issue())).toEqual(['licence.issued']);
    expect(chain.find('case', idOf('wang'))).toMatchObject({ status: 'granted', licence: NUMBER });
    expect(chain.find('licence', NUMBER)).toMatchObject({ status: 'valid', case: idOf('wang') });
  });

  it('issues once', async () => {
    const chain = await withGrantedCase();
    await accepted(chain, issue());
    expect(await refusedWithoutTrace(chain, issue(), 'case-has-licence')).toMatchObject({ licence: NUMBER });
  });

  it('issues nothing that was not granted', async () => {
    const chain = await withGrantedCase();
    await refusedWithoutTrace(chain, issue('li'), 'case-not-granted');
    await refusedWithoutTrace(chain, issue('nobody'), 'case-unknown');
  });

  it('follows a grant by an officer as well', async () => {
    const chain = await withGrantedCase();
    const grant = { by: 'registrar', deed: 'cases.decide', body: { case: idOf('li'), decision: 'grant' } };
    expect(await accepted(chain, grant)).toEqual(['case.granted']);
    expect(await accepted(chain, issue('li'))).toEqual(['licence.issued']);
  });

  it('is for a registrar of the organ', async () => {
    const chain = await withGrantedCase();
    await refusedWithoutTrace(chain, issue('wang', 'clerk'), 'access-denied');
  });
});
