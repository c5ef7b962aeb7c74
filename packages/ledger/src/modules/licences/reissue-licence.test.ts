import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, licenceOf, procedureChain, submitted, withLicence } from '../../testing/procedure-chain.ts';
import { idOf, type Letter, submission } from '../../testing/test-chain.ts';

const reissue = (number: string, by = 'wang', reason = 'lost'): Letter =>
  byHolder(by, 'licences.reissue', { number, reason });

describe('a licence that was lost or spoilt', () => {
  it('is declared void and issued again by one act of its holder, as often as it happens', async () => {
    const { chain, number } = await withLicence();
    expect(await chain.send(reissue(number))).toEqual({
      events: [['licence.reissued', { number, organ: 'market', edition: 2, reason: 'lost' }]],
    });
    await accepted(chain, reissue(number, 'wang', 'spoilt'));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'valid', edition: 3, tradeName: '清风茶馆' });
  });

  it('is replaced for nobody but its holder: not by another applicant, not by an officer', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, { ...reissue(number, 'registrar'), embedKey: false }, 'case-key-required');
    await submitted(chain, { word: 'li', body: { ...submission, tradeName: '明月茶馆' } });
    await refusedWithoutTrace(chain, reissue(number, 'li'), 'access-denied');
  });

  it('has to be in force, of a register, and there', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, reissue(number, 'wang', 'sold'), 'body-invalid');
    await accepted(chain, { by: 'registrar', deed: 'licences.suspend', body: { number, reason: 'CHECK' } });
    await refusedWithoutTrace(chain, reissue(number), 'licence-not-valid');
  });
});

describe('a business without a name', () => {
  const { tradeName: _tradeName, ...nameless } = submission;

  it('is registered as one, holds no name, and is in the way of nobody', async () => {
    const chain = await procedureChain();
    await submitted(chain, { word: 'wang', body: nameless });
    await submitted(chain, { word: 'li', body: nameless });
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('tradeName');
    expect(licenceOf(chain, 'li')?.status).toBe('valid');
    const number = chain.find('case', idOf('wang'))?.licence ?? '';
    await accepted(chain, { by: 'registrar', deed: 'licences.change', body: { number, tradeName: '清风茶馆' } });
    expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('wang') });
    await accepted(chain, { by: 'registrar', deed: 'licences.close', body: { number, reason: 'BY-HOLDER' } });
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
  });

  it('waits for a person without a name as well, and is granted by one', async () => {
    const chain = await procedureChain();
    const record = await submitted(chain, { word: 'wang', facts: {}, body: nameless });
    expect(record.body).not.toHaveProperty('tradeName');
    await accepted(chain, { by: 'registrar', deed: 'cases.decide', body: { case: idOf('wang'), decision: 'grant' } });
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('tradeName');
  });
});
