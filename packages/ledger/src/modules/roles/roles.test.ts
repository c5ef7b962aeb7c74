import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { DAY, foundedChain, jwkOf, kidOf } from '../../testing/test-chain.ts';

const clerk = { org: 'market', kid: kidOf('clerk'), role: 'registrar' };
const grant = (body: object = {}, by = 'founder') => ({ by, deed: 'roles.grant', body: { ...clerk, ...body } });
const revoke = (body: object = {}, by = 'founder') => ({ by, deed: 'roles.revoke', body: { ...clerk, ...body } });
const roleOf = (org: string, word: string, role: string) => `${org}/${kidOf(word)}/${role}`;

describe('roles.grant', () => {
  it('gives a key a role in its organisation', async () => {
    const chain = await foundedChain();
    expect(await accepted(chain, grant())).toEqual(['role.granted']);
    expect(chain.find('role', roleOf('market', 'clerk', 'registrar'))).toEqual({ since: chain.time });
  });

  it('with an end takes itself back at that instant, on a silent night', async () => {
    const chain = await foundedChain();
    await accepted(chain, grant({ until: chain.time + DAY }));
    const { blockEvents } = chain.block([], DAY);
    expect(blockEvents.map(([name]) => name)).toEqual(['role.expired']);
    expect(chain.find('role', roleOf('market', 'clerk', 'registrar'))).toBeUndefined();
  });

  it('is for administrators of the platform or of that organisation', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, grant({}, 'registrar'), 'access-denied');
    await accepted(chain, grant({ role: 'administrator' }));
    await accepted(chain, grant({ kid: kidOf('registrar'), role: 'attester' }, 'clerk'));
  });

  it('needs an organisation and a key that are there and in force', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, grant({ org: 'nowhere' }), 'organisation-unknown');
    await refusedWithoutTrace(chain, grant({ kid: kidOf('stranger') }), 'key-unknown');
    await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('clerk') } });
    await refusedWithoutTrace(chain, grant(), 'key-revoked');
  });

  it('gives nobody a role with another organisation’s key', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, grant({ kid: kidOf('police-attester') }), 'key-of-other-organisation');
  });

  it('gives the platform no say in cases, and no administrator who lapses', async () => {
    const chain = await foundedChain();
    await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'platform', jwk: jwkOf('second') } });
    const second = { org: 'platform', kid: kidOf('second') };
    await refusedWithoutTrace(chain, grant({ ...second, role: 'registrar' }), 'role-unfit');
    await refusedWithoutTrace(chain, grant({ ...second, role: 'attester' }), 'role-unfit');
    const lapsing = { ...second, role: 'administrator', until: chain.time + DAY };
    await refusedWithoutTrace(chain, grant(lapsing), 'role-unfit');
    await accepted(chain, grant({ ...second, role: 'administrator' }));
  });

  it('is not given twice, nor for a time already over', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, grant({ kid: kidOf('registrar') }), 'role-exists');
    await refusedWithoutTrace(chain, grant({ until: chain.time + 1000 }), 'until-not-ahead');
  });
});

describe('roles.grant, standing in for somebody', () => {
  it('says who is away, in the record and in the event, and ends by itself', async () => {
    const chain = await foundedChain();
    const standIn = { for: kidOf('registrar'), until: chain.time + DAY };
    await accepted(chain, grant(standIn));
    expect(chain.find('role', roleOf('market', 'clerk', 'registrar'))).toEqual({ since: chain.time, ...standIn });
    expect(chain.block([], DAY).blockEvents.map(([name]) => name)).toEqual(['role.expired']);
  });

  it('has an end, and is for another who has the role', async () => {
    const chain = await foundedChain();
    const until = chain.time + DAY;
    await refusedWithoutTrace(chain, grant({ for: kidOf('registrar') }), 'role-unfit');
    await refusedWithoutTrace(chain, grant({ for: kidOf('clerk'), until }), 'role-unfit');
    await refusedWithoutTrace(chain, grant({ for: kidOf('stranger'), until }), 'role-unknown');
  });

  it('is not known before protocol version 3', async () => {
    const chain = await foundedChain(undefined, 2);
    const standIn = { for: kidOf('registrar'), until: chain.time + DAY };
    await refusedWithoutTrace(chain, grant(standIn), 'body-invalid');
  });
});

describe('roles.revoke', () => {
  it('takes a role back, and with it what it allowed', async () => {
    const chain = await foundedChain();
    const body = { kid: kidOf('registrar') };
    expect(await accepted(chain, revoke(body))).toEqual(['role.revoked']);
    expect(chain.find('role', roleOf('market', 'registrar', 'registrar'))).toBeUndefined();
  });

  it('forgets the end of a role that was taken back before it', async () => {
    const chain = await foundedChain();
    await accepted(chain, grant({ until: chain.time + DAY }));
    await accepted(chain, revoke());
    expect(chain.block([], DAY).blockEvents).toEqual([]);
  });

  it('is for administrators', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, revoke({ kid: kidOf('registrar') }, 'clerk'), 'access-denied');
  });

  it('needs a role that is there', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, revoke(), 'role-unknown');
  });

  it('cannot be turned on one’s own administration, so that somebody can always act', async () => {
    const chain = await foundedChain();
    const own = { org: 'platform', kid: kidOf('founder'), role: 'administrator' };
    await refusedWithoutTrace(chain, revoke(own), 'own-role');
  });
});
