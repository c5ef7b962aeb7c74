import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { apply, foundedChain, jwkOf, kidOf } from '../../testing/test-chain.ts';

const register = (jwk = jwkOf('new'), org = 'market') => ({ by: 'founder', deed: 'keys.register', body: { org, jwk } });
const revoke = (word: string, by = 'founder') => ({ by, deed: 'keys.revoke', body: { kid: kidOf(word) } });

describe('keys.register', () => {
  it('makes a key known, active and without any role', async () => {
    const chain = await foundedChain();
    expect(await accepted(chain, register())).toEqual(['key.registered']);
    expect(chain.find('key', kidOf('new'))).toEqual({
      jwk: jwkOf('new'),
      org: 'market',
      status: 'active',
      since: chain.time,
    });
  });

  it('is for administrators', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, { ...register(), by: 'registrar' }, 'access-denied');
  });

  it('does not take a key twice, nor give it to another organisation', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register(jwkOf('clerk')), 'key-exists');
    await refusedWithoutTrace(chain, register(jwkOf('clerk'), 'police'), 'key-exists');
  });

  it('does not take a key for an organisation that is not there', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register(jwkOf('new'), 'nowhere'), 'organisation-unknown');
  });

  it('does not take what is no public key', async () => {
    const chain = await foundedChain();
    const jwk = jwkOf('new');
    const offCurve = { ...jwk, y: jwk.x };
    for (const wrong of [{}, { ...jwk, d: jwk.x }, offCurve, { ...jwk, crv: 'P-384' }]) {
      await refusedWithoutTrace(chain, register(wrong as typeof jwk), 'key-invalid');
    }
  });
});

describe('keys.revoke', () => {
  it('ends what a key may do from that block on', async () => {
    const chain = await foundedChain();
    expect(await accepted(chain, revoke('registrar'))).toEqual(['key.revoked']);
    expect(chain.find('key', kidOf('registrar'))).toMatchObject({ status: 'revoked', since: chain.time });
    const suspend = { number: '92110105MA0000007H', reason: 'CHECK' };
    await apply(chain, { word: 'a' }).then((entry) => chain.block([entry]));
    await refusedWithoutTrace(chain, { by: 'registrar', deed: 'licences.suspend', body: suspend }, 'key-revoked');
  });

  it('does not work on a key nobody knows, or twice', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, revoke('stranger'), 'key-unknown');
    await accepted(chain, revoke('clerk'));
    await refusedWithoutTrace(chain, revoke('clerk'), 'key-revoked');
  });

  it('cannot be undone by registering the key again', async () => {
    const chain = await foundedChain();
    await accepted(chain, revoke('clerk'));
    await refusedWithoutTrace(chain, register(jwkOf('clerk')), 'key-exists');
  });

  it('cannot be turned on oneself, so that somebody can always act', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, revoke('founder'), 'own-key');
  });

  it('is not for officers of the organisation', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, revoke('clerk', 'registrar'), 'access-denied');
  });
});
