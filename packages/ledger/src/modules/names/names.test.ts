import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  licenceOf,
  procedureChain,
  procedureLetters,
  serviceBody,
  submitted,
  withLicence,
} from '../../testing/procedure-chain.ts';
import {
  ageContract,
  apply,
  foundedChain,
  idOf,
  type Letter,
  submission,
  type TestChain,
} from '../../testing/test-chain.ts';
import { comparableName, nameSubject } from './name-key.ts';

const named = (tradeName: string, region = '110105') => ({ ...submission, tradeName, region });
const grant = (word: string): Letter => ({
  by: 'registrar',
  deed: 'cases.decide',
  body: { case: idOf(word), decision: 'grant' },
});
const act = (number: string, deed: string, body: object = {}): Letter => ({
  by: 'registrar',
  deed: `licences.${deed}`,
  body: { number, ...body },
});

/** Chains whose contract keeps what it was asked. */
async function listeningChain(under = procedureChain): Promise<{ chain: TestChain; asked: Record<string, unknown>[] }> {
  const asked: Record<string, unknown>[] = [];
  const chain = await under({
    run: (contract, input) => {
      asked.push(JSON.parse(input));
      return ageContract.run(contract, input);
    },
  });
  return { chain, asked };
}

describe('names', () => {
  it('are compared without width, capitals and signs between their characters', () => {
    for (const [one, other] of [
      ['ＡＢＣ咖啡２号', 'abc咖啡2号'],
      ['老王·书店', '老王书店'],
      ['老王 书店', '老王　书店'],
      ['Wang’s 面馆', "wang's面馆"],
      ['（清风）茶馆', '清风茶馆'],
    ] as const)
      expect(comparableName(one)).toBe(comparableName(other));
    expect(comparableName('清风茶馆')).not.toBe(comparableName('清风茶舘'));
    expect(comparableName('··')).toBe('··');
    expect(nameSubject('110105', 'A·B')).toBe('110105/ab');
  });

  it('compare the same however often they are made comparable, and never to nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(comparableName(comparableName(name))).toBe(comparableName(name));
        expect(comparableName(name)).not.toBe('');
      }),
    );
  });

  it('are held from the grant on, in their region', async () => {
    const { chain } = await withLicence();
    expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('wang') });
    await submitted(chain, { word: 'li', body: named('清风茶馆', '450105') });
    expect(licenceOf(chain, 'li')?.status).toBe('valid');
  });

  it('that are taken send the second application of a block to a person, and the trace says why', async () => {
    const { chain, asked } = await listeningChain();
    const entries = [
      await apply(chain, { word: 'wang' }),
      await apply(chain, { word: 'li', body: named('清风·茶馆') }),
    ];
    const { outcomes, traces } = chain.block(entries);
    expect(asked.map(({ ledger }) => ledger)).toEqual([{ 'name-is-taken': false }, { 'name-is-taken': true }]);
    expect(outcomes).toMatchObject([
      { events: [{}, ['case.granted', {}], {}] },
      { events: [{}, ['case.pending', {}]] },
    ]);
    expect(JSON.parse(traces[1] ?? '')).toMatchObject({
      decision: 'propose',
      manual: false,
      trace: [{ rule: 'age' }, { rule: 'name-is-free', result: false }],
    });
    expect(JSON.parse(traces[0] ?? '')).toMatchObject({ decision: 'grant', trace: [{ rule: 'age' }] });
  });

  it('are no fact for a service without a procedure', async () => {
    const { chain, asked } = await listeningChain(foundedChain);
    chain.block([await apply(chain, { word: 'wang' }), await apply(chain, { word: 'li' })]);
    expect(asked.some((input) => 'ledger' in input)).toBe(false);
    expect(licenceOf(chain, 'li')?.status).toBe('valid');
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
  });

  it('are given to nobody twice by an officer either', async () => {
    const { chain } = await withLicence();
    await submitted(chain, { word: 'li' });
    await refusedWithoutTrace(chain, grant('li'), 'name-taken');
    await submitted(chain, { word: 'zhao', body: named('明月茶馆') });
    const rename = (tradeName: string) => act(chain.find('case', idOf('zhao'))?.licence ?? '', 'change', { tradeName });
    await refusedWithoutTrace(chain, rename('清风 茶馆'), 'name-taken');
    await accepted(chain, rename('明月 茶馆'));
    expect(chain.find('name', '110105/明月茶馆')).toEqual({ case: idOf('zhao') });
  });

  it('are free again when the licence ends, whichever way, and when it changes its name', async () => {
    const article = '市场主体登记管理条例 第四十条';
    for (const [deed, body] of [
      ['close', { reason: 'BY-HOLDER' }],
      ['revoke', { reason: 'GROUND-GONE', kind: 'withdrawn', article }],
      ['revoke', { reason: 'PENALTY', kind: 'revoked', article }],
      ['change', { tradeName: '明月茶馆' }],
    ] as const) {
      const { chain, number } = await withLicence();
      await submitted(chain, { word: 'li' });
      await accepted(chain, act(number, deed, body));
      expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
      await accepted(chain, grant('li'));
      expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('li') });
    }
  });

  it('stay held while a licence is suspended or rests', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, act(number, 'suspend', { reason: 'CHECK' }));
    await submitted(chain, { word: 'li' });
    await refusedWithoutTrace(chain, grant('li'), 'name-taken');
  });

  it('are held from the grant where the licence is issued later', async () => {
    const chain = await procedureChain();
    const body = { ...serviceBody, version: 3, licence: { kind: 'tea-licence', separately: true } };
    await accepted(chain, { by: 'founder', deed: 'services.register', body });
    await submitted(chain, { word: 'wang' });
    expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('wang') });
    await submitted(chain, { word: 'li' });
    await refusedWithoutTrace(chain, grant('li'), 'name-taken');
    await accepted(chain, { by: 'registrar', deed: 'licences.issue', body: { case: idOf('wang') } });
    await submitted(chain, { word: 'zhao', facts: {}, body: named('明月茶馆') });
    await accepted(chain, grant('zhao'));
    expect(chain.find('name', '110105/明月茶馆')).toEqual({ case: idOf('zhao') });
  });

  it('are not taken by a case that is older than its service’s procedure', async () => {
    const chain = await foundedChain();
    await submitted(chain, { word: 'li', facts: {} });
    const letters = procedureLetters.map((letter) => chain.write({ ...letter, by: 'founder' }));
    chain.block(await Promise.all(letters));
    await submitted(chain, { word: 'wang' });
    await refusedWithoutTrace(chain, grant('li'), 'name-taken');
    expect(chain.find('name', '110105/清风茶馆')).toEqual({ case: idOf('wang') });
  });

  it('are not taken by a licence issued later, of a grant that is older than the procedure', async () => {
    const chain = await foundedChain();
    const { procedure, ...rest } = serviceBody;
    const without = { ...rest, licence: { kind: 'tea-licence', separately: true } };
    const body = { ...without, ...(procedure === undefined ? {} : { procedure }) };
    await accepted(chain, { by: 'founder', deed: 'services.register', body: without });
    await submitted(chain, { word: 'li' });
    const letters = procedureLetters.slice(0, -1).map((letter) => chain.write({ ...letter, by: 'founder' }));
    chain.block(await Promise.all(letters));
    await accepted(chain, { by: 'founder', deed: 'services.register', body: { ...body, version: 3 } });
    await submitted(chain, { word: 'wang' });
    const issue = (word: string) => ({ by: 'registrar', deed: 'licences.issue', body: { case: idOf(word) } });
    await refusedWithoutTrace(chain, issue('li'), 'name-taken');
    await accepted(chain, issue('wang'));
  });

  it('stay kept: a service does not leave its procedure behind', async () => {
    const chain = await procedureChain();
    const { procedure: _procedure, ...body } = serviceBody;
    const letter = { by: 'founder', deed: 'services.register', body: { ...body, version: 3 } };
    expect(await refusedWithoutTrace(chain, letter, 'body-invalid')).toEqual({
      member: 'procedure',
      problem: 'missing',
    });
  });
});

it('an article is named by whoever takes a licence away', async () => {
  const { chain, number } = await withLicence();
  await refusedWithoutTrace(chain, act(number, 'revoke', { reason: 'PENALTY', kind: 'revoked' }), 'article-missing');
  const article = '市场主体登记管理条例 第四十条';
  expect(await chain.send(act(number, 'revoke', { reason: 'PENALTY', kind: 'revoked', article }))).toEqual({
    events: [['licence.revoked', { number, organ: 'market', kind: 'revoked', reason: 'PENALTY', article }]],
  });
});
