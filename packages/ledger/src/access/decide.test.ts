import { beforeAll, describe, expect, it } from 'vitest';
import { deedNames } from '../modules.ts';
import { accepted } from '../testing/expect-refusal.ts';
import { DAY, foundedChain, jwkOf, kidOf, type TestChain } from '../testing/test-chain.ts';
import type { Actor } from './access.ts';
import { accessRules } from './access-rules.ts';
import { decide } from './decide.ts';
import { lacking } from './lacking.ts';

let chain: TestChain;

const actor = (word: string, caseKey = false): Actor => ({ kid: kidOf(word), caseKey, atMs: chain.time });
const mayActOnMarket = (who: Actor, deed: string) => decide(chain.state, who, deed, { org: 'market' });

beforeAll(async () => {
  chain = await foundedChain();
  await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'market', jwk: jwkOf('head') } });
  const grant = { org: 'market', kid: kidOf('head'), role: 'administrator' };
  await accepted(chain, { by: 'founder', deed: 'roles.grant', body: grant });
  await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'police', jwk: jwkOf('gone') } });
  await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('gone') } });
});

describe('access', () => {
  it('has a rule for every deed', () => {
    for (const deed of deedNames) expect(accessRules.has(deed), deed).toBe(true);
  });

  it('lets a registrar act on the licences of the own organ, and says by what', () => {
    expect(mayActOnMarket(actor('registrar'), 'licences.suspend')).toEqual({
      allow: true,
      because: { by: 'role', role: 'registrar', org: 'market' },
    });
  });

  it('does not let a registrar act for another organ', () => {
    expect(decide(chain.state, actor('registrar'), 'licences.suspend', { org: 'police' })).toEqual({
      allow: false,
      code: 'access-denied',
      facts: { deed: 'licences.suspend', org: 'police' },
    });
  });

  it('does not let an administrator decide cases: no role contains another', () => {
    for (const word of ['head', 'founder']) {
      expect(mayActOnMarket(actor(word), 'cases.decide')).toMatchObject({ allow: false, code: 'access-denied' });
    }
  });

  it('lets an organisation administer itself and nobody else', () => {
    expect(mayActOnMarket(actor('head'), 'keys.register').allow).toBe(true);
    expect(decide(chain.state, actor('head'), 'keys.register', { org: 'police' }).allow).toBe(false);
    expect(decide(chain.state, actor('head'), 'services.register', {}).allow).toBe(false);
    expect(decide(chain.state, actor('founder'), 'services.register', {}).allow).toBe(true);
  });

  it('gives a key without a role nothing but to ask for a right and to give way to the next', () => {
    for (const deed of deedNames)
      expect(mayActOnMarket(actor('clerk'), deed).allow, deed).toBe(
        deed === 'access.request' || deed === 'keys.rotate',
      );
  });

  it('tells an unknown key from a revoked one', () => {
    expect(mayActOnMarket(actor('stranger'), 'licences.close')).toMatchObject({ code: 'key-unknown' });
    expect(mayActOnMarket(actor('gone'), 'licences.close')).toMatchObject({ code: 'key-revoked' });
  });

  it('lets only a key made for a case submit one', () => {
    expect(decide(chain.state, actor('citizen', true), 'cases.submit', {}).allow).toBe(true);
    expect(decide(chain.state, actor('registrar'), 'cases.submit', {})).toMatchObject({ code: 'case-key-required' });
    expect(mayActOnMarket(actor('registrar', true), 'licences.close')).toMatchObject({
      code: 'registered-key-required',
    });
  });

  it('lets the holder read the own case, the registrar of the organ as well, and nobody else', () => {
    const resource = { org: 'market', holder: kidOf('citizen') };
    const ask = (who: Actor) => decide(chain.state, who, 'cases.read', resource);
    expect(ask(actor('citizen', true))).toMatchObject({ allow: true, because: { by: 'holder' } });
    expect(ask(actor('neighbour', true))).toMatchObject({ allow: false, code: 'access-denied' });
    expect(ask(actor('registrar')).allow).toBe(true);
    expect(ask(actor('police-attester')).allow).toBe(false);
    expect(decide(chain.state, actor('citizen', true), 'cases.read', { org: 'market' }).allow).toBe(false);
  });

  it('shows a queue to the registrars of its organ alone', () => {
    expect(mayActOnMarket(actor('registrar'), 'cases.queue').allow).toBe(true);
    expect(decide(chain.state, actor('registrar'), 'cases.queue', { org: 'police' }).allow).toBe(false);
    expect(mayActOnMarket(actor('citizen', true), 'cases.queue')).toMatchObject({ code: 'registered-key-required' });
  });

  it('lets nobody do what it does not know', () => {
    for (const deed of ['licences.burn', '', 'toString', '__proto__']) {
      expect(mayActOnMarket(actor('founder'), deed).allow, deed).toBe(false);
      expect(mayActOnMarket(actor('citizen', true), deed).allow, deed).toBe(false);
    }
  });

  it('believes no role of a key that belongs elsewhere, should one ever stand in state', () => {
    const kid = kidOf('police-attester');
    const planted = {
      get: (key: string) => (key === `role/market/${kid}/registrar` ? '{"since":1}' : chain.state.get(key)),
    };
    const who = actor('police-attester');
    expect(decide(planted, who, 'licences.close', { org: 'market' })).toMatchObject({ code: 'access-denied' });
  });

  it('ends a role at its instant, even before the block that clears it away', async () => {
    const short = await foundedChain();
    const until = short.time + DAY;
    const body = { org: 'market', kid: kidOf('clerk'), role: 'registrar', until };
    await accepted(short, { by: 'founder', deed: 'roles.grant', body });
    const ask = (atMs: number) =>
      decide(short.state, { kid: kidOf('clerk'), caseKey: false, atMs }, 'licences.close', { org: 'market' }).allow;
    expect([ask(until - 1), ask(until), ask(until + 1)]).toEqual([true, false, false]);
  });
});

describe('what a refused person lacks', () => {
  it('is a role in the organisation in charge, and whether one can ask for it there', () => {
    expect(lacking('cases.decide', { org: 'market' })).toEqual({
      deed: 'cases.decide',
      org: 'market',
      roles: ['registrar'],
      isRequestable: true,
    });
    expect(lacking('roles.grant', { org: 'market' }).isRequestable).toBe(false);
    expect(lacking('services.register', {})).toMatchObject({ org: 'platform', roles: ['administrator'] });
    expect(lacking('cases.withdraw', { holder: 'x' })).toEqual({
      deed: 'cases.withdraw',
      roles: [],
      isRequestable: false,
    });
  });
});
