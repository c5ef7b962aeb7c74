import { describe, expect, it } from 'vitest';
import { decide } from '../../access/decide.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, withLicence, withPendingCase } from '../../testing/procedure-chain.ts';
import {
  type Application,
  DAY,
  foundedChain,
  idOf,
  kidOf,
  type Letter,
  sidecarFor,
  type TestChain,
} from '../../testing/test-chain.ts';

const appoint = (chain: TestChain, change: object = {}, by = 'wang'): Letter =>
  byHolder(by, 'mandates.appoint', {
    case: idOf('wang'),
    agent: kidOf('agent'),
    form: 'handler',
    deeds: ['cases.read', 'licences.cease'],
    until: chain.time + 30 * DAY,
    ...change,
  });
const withdraw = (by: string): Letter =>
  byHolder(by, 'mandates.withdraw', { principal: kidOf('wang'), agent: kidOf('agent') });
const cease = (number: string, by: string): Letter =>
  byHolder(by, 'licences.cease', { number, reason: 'FLOOD', until: '2026-12-31' });

describe('a mandate', () => {
  it('lets the agent do what it names in the holder’s place, and the chain says by which form', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, cease(number, 'agent'), 'access-denied');
    expect(await accepted(chain, appoint(chain))).toEqual(['mandate.appointed']);
    const actor = { kid: kidOf('agent'), caseKey: true, atMs: chain.time };
    const resource = { holder: kidOf('wang'), service: 'tea-house' };
    expect(decide(chain.state, actor, 'cases.read', resource)).toEqual({
      allow: true,
      because: { by: 'mandate', form: 'handler' },
    });
    await accepted(chain, cease(number, 'agent'));
    expect(chain.find('licence', number)?.status).toBe('ceased');
  });

  it('is for no deed it does not name, and no service: 可提交，不可撤回', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, appoint(chain, { services: ['other'] }));
    await refusedWithoutTrace(chain, cease(number, 'agent'), 'access-denied');
    await accepted(chain, withdraw('wang'));
    await accepted(chain, appoint(chain, { deeds: ['licences.cease'] }));
    await accepted(chain, cease(number, 'agent'));
    await refusedWithoutTrace(chain, byHolder('agent', 'licences.resume', { number }), 'access-denied');
  });

  it('ends at once when either side withdraws it, and not by anybody else', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, appoint(chain));
    await refusedWithoutTrace(chain, withdraw('stranger'), 'access-denied');
    expect(await accepted(chain, withdraw('wang'))).toEqual(['mandate.withdrawn']);
    await refusedWithoutTrace(chain, cease(number, 'agent'), 'access-denied');
    await refusedWithoutTrace(chain, withdraw('wang'), 'mandate-unknown');
    await accepted(chain, appoint(chain));
    expect(await accepted(chain, withdraw('agent'))).toEqual(['mandate.withdrawn']);
  });

  it('ends at its instant, on a silent night', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, appoint(chain, { until: chain.time + DAY }));
    expect(chain.block([], DAY).blockEvents.map(([name]) => name)).toEqual(['mandate.expired']);
    await refusedWithoutTrace(chain, cease(number, 'agent'), 'access-denied');
  });

  it('is given by the holder alone: the agent passes nothing on', async () => {
    const { chain } = await withLicence();
    await accepted(chain, appoint(chain));
    await refusedWithoutTrace(chain, appoint(chain, { agent: kidOf('second') }, 'agent'), 'access-denied');
    await refusedWithoutTrace(chain, appoint(chain, { agent: kidOf('second') }, 'stranger'), 'access-denied');
    await refusedWithoutTrace(chain, appoint(chain, { case: idOf('none') }), 'case-unknown');
    await refusedWithoutTrace(chain, appoint(chain), 'mandate-exists');
  });

  it('takes no officer for an agent, no deed that is not a holder’s, and no end too far', async () => {
    const { chain } = await withLicence();
    const unfit = [
      { agent: kidOf('wang') },
      { agent: kidOf('registrar') },
      { deeds: ['mandates.appoint'] },
      { deeds: ['cases.decide'] },
      { deeds: ['cases.submit'] },
    ];
    for (const change of unfit) await refusedWithoutTrace(chain, appoint(chain, change), 'mandate-unfit');
    await refusedWithoutTrace(chain, appoint(chain, { until: chain.time }), 'until-not-ahead');
    await refusedWithoutTrace(chain, appoint(chain, { until: chain.time + 2000 * DAY }), 'until-too-far');
    await refusedWithoutTrace(chain, appoint(chain, { form: 'friend' }), 'body-invalid');
  });

  it('is told of each time it is used, in whose place and by which form; the holder’s own deeds are nobody else’s', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, appoint(chain));
    const outcome = await chain.send(cease(number, 'agent'));
    const used = { case: idOf('wang'), principal: kidOf('wang'), agent: kidOf('agent'), form: 'handler' };
    expect(outcome).toMatchObject({
      events: [
        ['licence.ceased', {}],
        ['mandate.used', { ...used, deed: 'licences.cease' }],
      ],
    });
    expect(await accepted(chain, byHolder('wang', 'licences.resume', { number }))).not.toContain('mandate.used');
  });

  it('is told of where the deed itself refuses nothing and where the case waits, too', async () => {
    const chain = await withPendingCase();
    await accepted(chain, appoint(chain, { deeds: ['cases.withdraw'] }));
    expect(await accepted(chain, byHolder('agent', 'cases.withdraw', { case: idOf('wang') }))).toEqual([
      'case.withdrawn',
      'mandate.used',
    ]);
  });

  it('is not known to a chain of an older protocol', async () => {
    const chain = await foundedChain(undefined, 3);
    await refusedWithoutTrace(chain, appoint(chain), 'deed-unknown');
  });
});

let serial = 0;

/** An appointment of its own id, beside which a department says something of it. */
async function withWord(
  chain: TestChain,
  form: string,
  facts: NonNullable<Application['facts']>,
  statement: NonNullable<Application['statement']> = {},
): Promise<Letter> {
  serial += 1;
  const id = idOf(`kin ${serial}`);
  const sidecar = await sidecarFor(chain, { word: 'wang', facts, statement: { case: id, ...statement } });
  return { ...appoint(chain, { form }), id, sidecar };
}

describe.each([
  ['guardian', 'guardian-is'],
  ['close-relative', 'close-relative-is'],
])('a mandate as %s', (form, fact) => {
  const agent = { [fact]: kidOf('agent') };

  it('is given where the register’s keeper says that this key is held by one', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, await withWord(chain, form, agent));
    await accepted(chain, cease(number, 'agent'));
    expect(chain.find('mandate', `${kidOf('wang')}/${kidOf('agent')}`)?.form).toBe(form);
  });

  it('is not given on the holder’s word, on another key’s kinship, nor on kinship of the other kind', async () => {
    const { chain } = await withLicence();
    const other = fact === 'guardian-is' ? 'close-relative-is' : 'guardian-is';
    await refusedWithoutTrace(chain, appoint(chain, { form }), 'relation-not-attested');
    for (const facts of [{}, { [fact]: kidOf('second') }, { [other]: kidOf('agent') }, { [fact]: true }])
      await refusedWithoutTrace(chain, await withWord(chain, form, facts), 'relation-not-attested');
  });

  it('ends no later than the relation, where the keeper knows when that does', async () => {
    const { chain } = await withLicence();
    const ending = (days: number) => withWord(chain, form, { ...agent, 'related-until': chain.time + days * DAY });
    expect(await refusedWithoutTrace(chain, await ending(29), 'relation-ends-before')).toHaveProperty('until');
    await accepted(chain, await ending(31));
  });

  it('is not given on a statement made for another deed, another holder, or by somebody who may not say it', async () => {
    const { chain } = await withLicence();
    const bent = [
      [{ case: idOf('wang') }, 'attestation-other-case'],
      [{ holder: kidOf('agent') }, 'attestation-other-holder'],
      [{ issuer: 'market' }, 'attestation-issuer-not-accepted'],
      [{ issuedAt: chain.time - 2, expiresAt: chain.time - 1 }, 'attestation-expired'],
    ] as const;
    for (const [statement, code] of bent)
      await refusedWithoutTrace(chain, await withWord(chain, form, agent, statement), code);
  });
});
