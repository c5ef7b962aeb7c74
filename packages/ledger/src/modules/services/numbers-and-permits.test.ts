import type { JsonObject } from '@minglu/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  apply,
  CONTRACT,
  DAY,
  foundedChain,
  idOf,
  kidOf,
  SERVICE,
  submission,
  type TestChain,
} from '../../testing/test-chain.ts';

const fields: JsonObject[] = [
  { name: 'format', kind: 'choice', choices: ['shop', 'catering', 'canteen'] },
  { name: 'business', kind: 'licence', of: 'tea-licence' },
];
const permit: JsonObject = {
  id: 'food',
  version: 1,
  organ: 'market',
  contract: CONTRACT,
  attesters: ['police'],
  promiseMs: DAY,
  licence: { kind: 'food', number: 'JY{choice:format}{region}{serial:6}{check}' },
  fields,
};
const register = (change: JsonObject = {}) => ({
  by: 'founder',
  deed: 'services.register',
  body: { ...permit, ...change },
});

let chain: TestChain;
let seen: JsonObject[];
beforeEach(async () => {
  seen = [];
  const run = (_contract: string, input: string): string => {
    seen.push(JSON.parse(input) as JsonObject);
    return '{"decision":"grant","trace":[]}';
  };
  chain = await foundedChain({ run });
  await accepted(chain, register());
  chain.block([await apply(chain, { word: 'shop' })]);
});

const shop = () => chain.find('case', idOf('shop'))?.licence ?? '';
async function applyFor(word: string, change: JsonObject = {}) {
  const body = { ...submission, service: 'food', scope: [], fields: { format: 'catering', business: shop() } };
  const { outcomes } = chain.block([
    await apply(chain, { word, body: { ...body, ...change }, statement: { service: 'food' } }),
  ]);
  return outcomes[0];
}

describe('licences in a form of their own', () => {
  it('are numbered by it, each place from one, and counted in the register with all others', async () => {
    expect(await applyFor('a')).toHaveProperty('events');
    await applyFor('b');
    await applyFor('c', { region: '110106' });
    const numbers = ['a', 'b', 'c'].map((word) => chain.find('case', idOf(word))?.licence ?? '');
    expect(numbers.map((number) => number.slice(0, 15))).toEqual([
      'JY2110105000001',
      'JY2110105000002',
      'JY2110106000001',
    ]);
    expect(numbers.map((number) => chain.find('licence', number)?.serial)).toEqual([1, 2, 3]);
    expect(chain.find('counter', 'licences')).toEqual({ next: 4 });
    expect(chain.find('licence', shop())).not.toHaveProperty('serial');
  });

  it('can be acted on by their numbers from version 3 on, and by no older ledger’s deeds', async () => {
    await applyFor('a');
    const number = chain.find('case', idOf('a'))?.licence ?? '';
    const suspend = { by: 'registrar', deed: 'licences.suspend', body: { number, reason: 'CHECK' } };
    expect(await chain.send(suspend)).toHaveProperty('events');
    const older = await foundedChain(undefined, 2);
    await refusedWithoutTrace(older, suspend, 'body-invalid');
  });

  it('run out, and an application is told so', async () => {
    const { state } = chain;
    state.commit({
      values: new Map([['counter/numbers-jy-110105', '{"next":999999}']]),
      due: { add: [], remove: [] },
      replay: { add: [], dropBuckets: [] },
    } as never);
    expect(await applyFor('a')).toMatchObject({ refused: 'numbers-used-up', facts: { region: '110105' } });
    expect(await applyFor('b', { region: '110106' })).toHaveProperty('events');
  });

  it('have letters that no other service takes, and a form that stays', async () => {
    const other = register({ id: 'other', licence: { kind: 'other', number: 'JY{region}{serial:8}{check}' } });
    await refusedWithoutTrace(chain, other, 'number-form-taken');
    const changed = register({ version: 2, licence: { kind: 'food', number: 'JY{region}{serial:8}{check}' } });
    await refusedWithoutTrace(chain, changed, 'number-form-taken');
    expect(await accepted(chain, register({ version: 2 }))).toEqual(['service.registered']);
  });

  it('take the digit of a choice that must be made', async () => {
    const optional = [{ ...fields[0], optional: true }] as JsonObject[];
    const change = { id: 'other', licence: { kind: 'x', number: 'QT{choice:format}{region}{serial:6}{check}' } };
    await refusedWithoutTrace(chain, register({ ...change, fields: optional }), 'body-invalid');
    await refusedWithoutTrace(chain, register({ ...change, licence: { kind: 'x', number: 'QT9' } }), 'body-invalid');
  });
});

describe('a licence that an application names', () => {
  const show = (by: string, kid: string) => ({ by, deed: 'licences.show', body: { number: shop(), kid } });

  it('is told to the contract as the register has it, and whether its holder showed it for this application', async () => {
    await applyFor('a');
    await accepted(chain, { ...show('shop', kidOf('b')), embedKey: true } as never);
    await applyFor('b');
    const said = seen.slice(-2).map(({ ledger }) => (ledger as JsonObject).licences);
    const known = { status: 'valid', region: '110105', scope: ['6233'], tradeName: '清风茶馆' };
    expect(said).toEqual([{ business: { ...known, isShown: false } }, { business: { ...known, isShown: true } }]);
  });

  it('is nothing where nobody has it, or where it is of another kind', async () => {
    await applyFor('a');
    const permitNumber = chain.find('case', idOf('a'))?.licence ?? '';
    for (const [word, business] of [
      ['b', permitNumber],
      ['c', '92110105MA0009997H'],
    ] as const) {
      await applyFor(word, { fields: { format: 'shop', business } });
      expect(seen.at(-1)?.ledger).toEqual({ licences: {} });
    }
    expect(await applyFor('d', { fields: { format: 'shop', business: 'my licence' } })).toMatchObject({
      refused: 'body-invalid',
    });
  });

  it('is shown by its holder alone', async () => {
    await refusedWithoutTrace(chain, { ...show('thief', kidOf('b')), embedKey: true } as never, 'access-denied');
    await refusedWithoutTrace(chain, show('registrar', kidOf('b')) as never, 'case-key-required');
  });
});

describe('a permit’s procedure', () => {
  const procedure = { kind: 'permit', days: 10, extensionDays: 5, reviewDays: 5, reconsideration: 'police' };

  it('counts its own working days, keeps no names, and has no closing by announcement', async () => {
    await accepted(chain, register({ version: 2, procedure }));
    expect(await applyFor('a', { manual: true })).toHaveProperty('events');
    expect(chain.find('case', idOf('a'))?.clock).toEqual({ days: 10, extensionDays: 5 });
    expect(await applyFor('b')).toHaveProperty('events');
    expect(seen.at(-1)?.ledger).not.toHaveProperty('name-is-taken');
    const number = chain.find('case', idOf('b'))?.licence ?? '';
    const close = { by: 'b', deed: 'licences.announce-closing', body: { number, debts: 'none' }, embedKey: true };
    await refusedWithoutTrace(chain, close as never, 'licence-without-procedure');
    await refusedWithoutTrace(
      chain,
      register({ version: 3, procedure: { ...procedure, closingDays: 20 } }),
      'body-invalid',
    );
    const registration = { ...procedure, kind: 'registration' };
    await refusedWithoutTrace(chain, register({ version: 3, procedure: registration }), 'body-invalid');
  });
});

it('a service without a form of numbers is numbered as before', () => {
  expect(shop()).toMatch(/^92110105M/);
  expect(SERVICE).not.toBe('food');
});
