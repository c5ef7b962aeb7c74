import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { foundedChain, jwkOf, kidOf } from '../../testing/test-chain.ts';

const tax = { id: 'tax', name: '税务局', kind: 'department' };
const register = (body: object) => ({ by: 'founder', deed: 'organisations.register', body: { ...tax, ...body } });
const update = (body: object, by = 'founder') => ({
  by,
  deed: 'organisations.update',
  body: { id: 'market', ...body },
});

describe('organisations.register', () => {
  it('makes an organisation known, with what it chose to say', async () => {
    const chain = await foundedChain();
    const more = { parent: 'market', endpoint: 'https://tax.example:8443/attest', sealingKey: jwkOf('seal') };
    expect(await accepted(chain, register(more))).toEqual(['organisation.registered']);
    const { id: _id, ...rest } = tax;
    expect(chain.find('org', 'tax')).toEqual({ ...rest, ...more, status: 'active' });
  });

  it('is for the platform alone', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, { ...register({}), by: 'registrar' }, 'access-denied');
  });

  it('does not replace one that is there', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register({ id: 'market' }), 'organisation-exists');
    await refusedWithoutTrace(chain, register({ id: 'platform' }), 'organisation-exists');
  });

  it('knows its parent', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, register({ parent: 'nowhere' }), 'organisation-unknown');
  });

  it('takes no address that is a message, and no sealing key that is none', async () => {
    const chain = await foundedChain();
    const wrong = [
      { endpoint: 'ftp://tax.example' },
      { endpoint: 'https://user:secret@tax.example' },
      { endpoint: 'https://tax.example/?name=x' },
      { endpoint: 'javascript:alert(1)' },
      { sealingKey: { kty: 'EC' } },
      { sealingKey: 'x' },
      { name: '' },
      { kind: 'Department' },
    ];
    for (const body of wrong) await refusedWithoutTrace(chain, register(body), 'body-invalid');
  });
});

describe('organisations.update', () => {
  it('replaces what is named and keeps the rest', async () => {
    const chain = await foundedChain();
    expect(await accepted(chain, update({ endpoint: 'http://127.0.0.1:4100' }))).toEqual(['organisation.updated']);
    expect(chain.find('org', 'market')).toMatchObject({ name: '市场监督管理局', endpoint: 'http://127.0.0.1:4100' });
  });

  it('is for the platform and for the organisation’s own administrator', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, update({ name: '别名' }, 'registrar'), 'access-denied');
    const grant = { org: 'market', kid: kidOf('clerk'), role: 'administrator' };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: grant });
    await accepted(chain, update({ name: '别名' }, 'clerk'));
    const other = { ...update({ name: '别名' }, 'clerk'), body: { id: 'police', name: '别名' } };
    await refusedWithoutTrace(chain, other, 'access-denied');
  });

  it('changes something, of an organisation that is there', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, update({}), 'nothing-changes');
    await refusedWithoutTrace(chain, update({ id: 'nowhere', name: '别名' }), 'organisation-unknown');
  });
});
