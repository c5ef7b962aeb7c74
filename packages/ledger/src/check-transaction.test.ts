import { beforeAll, describe, expect, it } from 'vitest';
import { checkTransaction } from './check-transaction.ts';
import { MAX_WINDOW_MS } from './state/replay-window.ts';
import { accepted } from './testing/expect-refusal.ts';
import { apply, foundedChain, jwkOf, kidOf, type Letter, type TestChain } from './testing/test-chain.ts';

let chain: TestChain;
const tax: Letter = {
  by: 'founder',
  deed: 'organisations.register',
  body: { id: 'tax', name: '税务局', kind: 'department' },
};

async function codeOf(letter: Letter): Promise<string | undefined> {
  const { transaction, sidecar } = await chain.write(letter);
  return checkTransaction(chain.state, transaction, sidecar, chain.time)?.refused;
}

beforeAll(async () => {
  chain = await foundedChain();
  await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'market', jwk: jwkOf('gone') } });
  await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('gone') } });
});

describe('the door', () => {
  it('lets through what may be ordered', async () => {
    expect(await codeOf(tax)).toBeUndefined();
    const { transaction, sidecar } = await apply(chain, { word: 'wang' });
    expect(checkTransaction(chain.state, transaction, sidecar, chain.time)).toBeUndefined();
  });

  it('refuses another chain’s, and everything before there is a chain', async () => {
    expect(await codeOf({ ...tax, chain: 'minglu.test/other' })).toBe('wrong-chain');
    const { transaction } = await chain.write(tax);
    expect(checkTransaction({ get: () => undefined }, transaction, undefined, chain.time)?.refused).toBe('wrong-chain');
  });

  it('refuses what is too late, or waits too long, by the clock it is given', async () => {
    expect(await codeOf({ ...tax, notAfter: chain.time })).toBe('expired');
    expect(await codeOf({ ...tax, notAfter: chain.time + MAX_WINDOW_MS + 1 })).toBe('window-too-long');
    expect(await codeOf({ ...tax, notAfter: chain.time + MAX_WINDOW_MS })).toBeUndefined();
  });

  it('refuses a deed nobody knows', async () => {
    expect(await codeOf({ ...tax, deed: 'licences.burn' })).toBe('deed-unknown');
  });

  it('refuses a key nobody knows, or that was revoked', async () => {
    expect(await codeOf({ ...tax, by: 'stranger' })).toBe('key-unknown');
    expect(await codeOf({ ...tax, by: 'gone' })).toBe('key-revoked');
  });

  it('refuses a body of another shape', async () => {
    expect(await codeOf({ ...tax, body: { id: 'tax' } })).toBe('body-invalid');
  });

  it('refuses a sidecar that is missing, unexpected or another one', async () => {
    const [one, two] = await Promise.all([apply(chain, { word: 'a' }), apply(chain, { word: 'b' })]);
    const check = (sidecar: typeof one.sidecar, transaction = one.transaction) =>
      checkTransaction(chain.state, transaction, sidecar, chain.time)?.refused;
    expect(check(undefined)).toBe('sidecar-missing');
    expect(check(two.sidecar)).toBe('sidecar-mismatch');
    expect(check(one.sidecar, (await chain.write(tax)).transaction)).toBe('sidecar-unexpected');
  });

  it('leaves to the block what depends on order: roles, cases, licences, replays', async () => {
    expect(await codeOf({ ...tax, by: 'registrar' })).toBeUndefined();
    expect(await codeOf({ ...tax, body: { id: 'market', name: '税务局', kind: 'department' } })).toBeUndefined();
  });
});
