import type { JsonObject } from '@minglu/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { accepted, expectRefusal } from '../../testing/expect-refusal.ts';
import { apply, CONTRACT, DAY, foundedChain, idOf, submission, type TestChain } from '../../testing/test-chain.ts';

const fields: readonly JsonObject[] = [
  { name: 'goods', kind: 'choice', choices: ['fruit', 'snacks'] },
  { name: 'from', kind: 'date' },
  { name: 'metres', kind: 'number', min: 1, max: 9 },
  { name: 'note', kind: 'text', max: 20, optional: true },
];
const stall: JsonObject = {
  id: 'stall',
  version: 1,
  organ: 'market',
  contract: CONTRACT,
  attesters: ['police'],
  promiseMs: DAY,
  licence: { kind: 'stall-note' },
  fields: [...fields],
};
const values = { goods: 'fruit', from: '2026-07-01', metres: 4 };
const body = { ...submission, service: 'stall', scope: [], fields: values };

let chain: TestChain;
beforeEach(async () => {
  chain = await foundedChain();
  await accepted(chain, { by: 'founder', deed: 'services.register', body: stall });
});

async function outcomeOf(changed: JsonObject, word = 'wang') {
  const { outcomes } = chain.block([
    await apply(chain, { word, body: { ...body, ...changed }, statement: { service: 'stall' } }),
  ]);
  return outcomes[0];
}

describe('a service with public fields of its own', () => {
  it('is applied for without activities, and its licence says the fields', async () => {
    expect(await outcomeOf({})).toHaveProperty('events');
    const { licence = '' } = chain.find('case', idOf('wang')) ?? {};
    expect(chain.find('licence', licence)).toMatchObject({ kind: 'stall-note', scope: [], fields: values });
  });

  it('keeps the fields with a case that waits for a person, and gives them to its contract', async () => {
    const seen: string[] = [];
    const run = (_contract: string, input: string): string => {
      seen.push(input);
      return '{"decision":"propose","trace":[]}';
    };
    chain = await foundedChain({ run });
    await chain.send({ by: 'founder', deed: 'services.register', body: stall });
    expect(await outcomeOf({})).toHaveProperty('events');
    expect(chain.find('case', idOf('wang'))?.body?.fields).toEqual(values);
    expect(JSON.parse(seen[0] ?? '{}')).toMatchObject({ body: { fields: values } });
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['a field that is missing', { goods: 'fruit', from: '2026-07-01' }, { field: 'metres', problem: 'missing' }],
    ['a field nobody declared', { ...values, phone: '1' }, { problem: 'unexpected' }],
    ['a choice that is not offered', { ...values, goods: 'cars' }, { field: 'goods', problem: 'value' }],
    ['a day that is not in the calendar', { ...values, from: '2026-02-30' }, { field: 'from', problem: 'format' }],
    ['a number out of bounds', { ...values, metres: 10 }, { field: 'metres', problem: 'value' }],
    ['a number written as text', { ...values, metres: '4' }, { field: 'metres', problem: 'type' }],
    ['a text that is too long', { ...values, note: 'x'.repeat(21) }, { field: 'note', problem: 'length' }],
    ['a text that hides something', { ...values, note: 'a\u202eb' }, { field: 'note', problem: 'format' }],
  ])('refuses %s, and names it', async (_what, given, facts) => {
    expect(await outcomeOf({ fields: { ...given } })).toEqual({
      refused: 'body-invalid',
      facts: { member: 'fields', ...facts },
    });
  });
});

describe('a service without fields', () => {
  it('refuses fields, and an application without activities', async () => {
    const tea = { ...submission, fields: values };
    const [one] = chain.block([await apply(chain, { word: 'a', body: tea })]).outcomes;
    expect(one).toMatchObject({ refused: 'body-invalid', facts: { member: 'fields', problem: 'unexpected' } });
    const [other] = chain.block([await apply(chain, { word: 'b', body: { ...submission, scope: [] } })]).outcomes;
    expect(other).toMatchObject({ refused: 'body-invalid', facts: { member: 'scope', problem: 'length' } });
  });
});

describe('services.register with fields', () => {
  it.each<[string, JsonObject[]]>([
    ['none', []],
    [
      'one name twice',
      [
        { name: 'a', kind: 'date' },
        { name: 'a', kind: 'date' },
      ],
    ],
    ['a kind nobody knows', [{ name: 'a', kind: 'file' }]],
    ['bounds of another kind', [{ name: 'a', kind: 'date', max: 3 }]],
    ['a text longer than any may be', [{ name: 'a', kind: 'text', max: 121 }]],
    ['a choice of nothing', [{ name: 'a', kind: 'choice', choices: [] }]],
    ['a number that cannot be', [{ name: 'a', kind: 'number', min: 2, max: 1 }]],
  ])('refuses a list with %s', async (_what, list) => {
    const sent = chain.send({ by: 'founder', deed: 'services.register', body: { ...stall, version: 2, fields: list } });
    expectRefusal(await sent, 'body-invalid');
  });

  it('does not know fields before version 3, in either deed', async () => {
    const old = await foundedChain(undefined, 2);
    expectRefusal(await old.send({ by: 'founder', deed: 'services.register', body: stall }), 'body-invalid');
    const [outcome] = old.block([await apply(old, { word: 'a', body: { ...submission, fields: values } })]).outcomes;
    expect(outcome).toMatchObject({ refused: 'body-invalid' });
  });
});
