import { describe, expect, it } from 'vitest';
import { accessChain } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { foundedChain, jwkOf, kidOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

const grant = (by: string, word: string, role: string, org = 'platform'): Letter => ({
  by,
  deed: 'roles.grant',
  body: { org, kid: kidOf(word), role },
});
const revoke = (by: string, word: string, role: string): Letter => ({
  by,
  deed: 'roles.revoke',
  body: { org: 'platform', kid: kidOf(word), role },
});
async function withKey(chain: TestChain, word: string): Promise<void> {
  await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'platform', jwk: jwkOf(word) } });
}

describe('the three offices of the platform', () => {
  it('are set up by its administrator while nobody has them, and by their own holders from then on', async () => {
    const chain = await accessChain();
    await withKey(chain, 'third');
    await refusedWithoutTrace(chain, grant('founder', 'third', 'security-administrator'), 'office-of-others');
    await refusedWithoutTrace(chain, grant('looker', 'third', 'security-administrator'), 'office-of-others');
    await accepted(chain, grant('sec-one', 'third', 'security-administrator'));
    expect(chain.find('office', 'security-administrator')).toEqual({ holders: 3 });
  });

  it('are never two in one hand', async () => {
    const chain = await accessChain();
    await withKey(chain, 'third');
    await accepted(chain, grant('looker', 'third', 'auditor'));
    await refusedWithoutTrace(chain, grant('sec-one', 'third', 'security-administrator'), 'offices-separate');
    await refusedWithoutTrace(chain, grant('founder', 'third', 'administrator'), 'offices-separate');
  });

  it('give nobody any other role, and revoke no other key', async () => {
    const chain = await accessChain();
    for (const by of ['sec-one', 'looker']) {
      await refusedWithoutTrace(chain, grant(by, 'clerk', 'registrar', 'market'), 'office-of-others');
      await refusedWithoutTrace(chain, { by, deed: 'keys.revoke', body: { kid: kidOf('clerk') } }, 'office-of-others');
    }
    await refusedWithoutTrace(chain, grant('founder', 'clerk', 'auditor', 'market'), 'role-unfit');
  });

  it('are taken by a colleague of the same office, never by oneself or another', async () => {
    const chain = await accessChain();
    await refusedWithoutTrace(chain, revoke('founder', 'sec-two', 'security-administrator'), 'office-of-others');
    await refusedWithoutTrace(chain, revoke('sec-one', 'sec-one', 'security-administrator'), 'own-role');
    const key = (by: string): Letter => ({ by, deed: 'keys.revoke', body: { kid: kidOf('sec-two') } });
    await refusedWithoutTrace(chain, key('founder'), 'office-of-others');
    await accepted(chain, revoke('sec-one', 'sec-two', 'security-administrator'));
    expect(chain.find('office', 'security-administrator')).toEqual({ holders: 1 });
    await accepted(chain, key('founder'));
  });

  it('are not known to a chain of an older protocol', async () => {
    const chain = await foundedChain(undefined, 3);
    await withKey(chain, 'third');
    await refusedWithoutTrace(chain, grant('founder', 'third', 'auditor'), 'body-invalid');
  });
});
