import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { ContractRunner } from '../../contract-runner.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, keyWithRole, procedureChain, serviceBody, submitted } from '../../testing/procedure-chain.ts';
import {
  ageContract,
  idOf,
  kidOf,
  type Letter,
  sealedSidecar,
  sidecarFor,
  type TestChain,
} from '../../testing/test-chain.ts';

/** Keeps what it was asked, and grants whoever is checked and, for a closing, owes nothing. */
class MatterContract implements ContractRunner {
  asked: JsonObject = {};
  run(contract: string, input: string): string {
    const { matter, facts, ...rest } = JSON.parse(input) as { matter?: JsonObject; facts: JsonObject } & JsonObject;
    if (matter === undefined) return ageContract.run(contract, input);
    this.asked = { matter, facts, ...rest };
    const isCleared = matter.kind === 'change' || facts['taxes-cleared-of'] === matter.licence;
    const decision = facts['identity-level'] === 2 && isCleared ? 'grant' : 'propose';
    return JSON.stringify({ decision, trace: [{ rule: 'matter', article: 'test', result: decision }] });
  }
}

const contract = new MatterContract();

async function withMatters(): Promise<{ chain: TestChain; number: string }> {
  const chain = await procedureChain(contract);
  const tax = { id: 'tax', name: '税务局', kind: 'department' };
  await accepted(chain, { by: 'founder', deed: 'organisations.register', body: tax });
  for (const letter of keyWithRole('tax', 'tax-attester', 'attester'))
    await accepted(chain, { ...letter, by: 'founder' });
  const body = { ...serviceBody, version: 3, matters: { attesters: ['tax'] } };
  await refusedWithoutTrace(
    chain,
    { by: 'founder', deed: 'services.register', body: { ...body, matters: { attesters: ['nobody'] } } },
    'organisation-unknown',
  );
  await accepted(chain, { by: 'founder', deed: 'services.register', body });
  await submitted(chain, { word: 'wang' });
  return { chain, number: chain.find('case', idOf('wang'))?.licence ?? '' };
}

interface Said {
  readonly facts?: JsonObject;
  readonly issuer?: string;
  readonly sealed?: Readonly<Record<string, string>>;
}

async function sidecar(chain: TestChain, id: string, { facts, issuer = 'police', sealed = {} }: Said): Promise<string> {
  const statement = { case: idOf(id), issuer };
  const told = await sidecarFor(chain, {
    word: 'wang',
    statement,
    attester: `${issuer}-attester`,
    facts: (facts ?? { 'identity-level': 2 }) as Readonly<Record<string, string | number | boolean>>,
  });
  return buildSidecar({ ...JSON.parse(told), sealed });
}

async function both(chain: TestChain, id: string, taxes: JsonObject): Promise<string> {
  const own = JSON.parse(await sidecar(chain, id, {}));
  const tax = JSON.parse(await sidecar(chain, id, { issuer: 'tax', facts: taxes }));
  return buildSidecar({ ...own, attestations: [...own.attestations, ...tax.attestations] });
}

const change = (number: string, body: JsonObject, rest: Partial<Letter> = {}): Letter =>
  byHolder('wang', 'licences.apply-change', { number, ...body }, { id: idOf('change'), ...rest });
const close = (number: string, rest: Partial<Letter>, body: JsonObject = {}): Letter =>
  byHolder(
    'wang',
    'licences.apply-closing',
    { number, reason: 'BY-HOLDER', ...body },
    { id: idOf('closing'), ...rest },
  );
const decide = (id: string): Letter => ({
  by: 'registrar',
  deed: 'cases.decide',
  body: { case: idOf(id), decision: 'grant' },
});

describe('a change that a program can see whole', () => {
  it('is granted at once by the contract, which is told what is to change and what the ledger knows', async () => {
    const { chain, number } = await withMatters();
    const letter = change(number, { tradeName: '明月茶馆' }, { sidecar: await sidecar(chain, 'change', {}) });
    expect(await accepted(chain, letter)).toEqual(['case.submitted', 'case.granted', 'licence.changed']);
    expect(contract.asked).toMatchObject({
      matter: { kind: 'change', licence: number, items: ['tradeName'] },
      ledger: { 'name-is-taken': false, 'licence-status': 'valid', 'is-listed': false, 'is-investigated': false },
      body: { tradeName: '明月茶馆', region: '110105' },
    });
    expect(chain.find('licence', number)).toMatchObject({ tradeName: '明月茶馆', changedAt: chain.time });
    expect(chain.find('licence', number)).not.toHaveProperty('open');
    const record = chain.find('case', idOf('change'));
    expect(record).toMatchObject({ status: 'granted', decidedAt: chain.time, licence: number });
    expect(record).not.toHaveProperty('decidedBy');
    expect(record).not.toHaveProperty('dueAt');
    expect(chain.find('name', '110105/明月茶馆')).toEqual({ case: idOf('wang') });
    await accepted(chain, byHolder('wang', 'cases.review', { case: idOf('change') }));
  });

  it('waits for a person where that was chosen, where nothing was attested, and where the name is taken', async () => {
    const { chain, number } = await withMatters();
    const told = { sidecar: await sidecar(chain, 'change', {}) };
    const pending = ['case.submitted', 'case.pending'];
    const withdraw = byHolder('wang', 'cases.withdraw', { case: idOf('change') });
    expect(await accepted(chain, change(number, { tradeName: '明月茶馆', manual: true }, told))).toEqual(pending);
    await accepted(chain, withdraw);
    expect(await accepted(chain, change(number, { tradeName: '明月茶馆' }, { id: idOf('bare') }))).toEqual(pending);
    await accepted(chain, { ...withdraw, body: { case: idOf('bare') } });
    await submitted(chain, { word: 'li', body: { ...(await bodyOf(chain)), tradeName: '朗月茶馆' } });
    const taken = { id: idOf('taken'), sidecar: await sidecar(chain, 'taken', {}) };
    expect(await accepted(chain, change(number, { tradeName: '朗月茶馆' }, taken))).toEqual(pending);
    await refusedWithoutTrace(chain, decide('taken'), 'name-taken');
  });

  it('is decided by a person where an agent files it, whatever is attested of the agent; the case is the holder’s', async () => {
    const { chain, number } = await withMatters();
    const mandate = { case: idOf('wang'), agent: kidOf('agent'), form: 'handler', services: ['tea-house'] };
    const deeds = ['licences.apply-change', 'cases.withdraw'];
    await accepted(chain, byHolder('wang', 'mandates.appoint', { ...mandate, deeds, until: chain.time + 86_400_000 }));
    const told = await sidecarFor(chain, { word: 'agent', statement: { case: idOf('change') } });
    const letter = change(number, { tradeName: '明月茶馆' }, { by: 'agent', sidecar: told });
    expect(await accepted(chain, letter)).toEqual(['case.submitted', 'case.pending', 'mandate.used']);
    expect(chain.find('case', idOf('change'))).toMatchObject({ holder: kidOf('wang'), status: 'pending' });
    await refusedWithoutTrace(chain, byHolder('stranger', 'cases.withdraw', { case: idOf('change') }), 'access-denied');
    await accepted(chain, byHolder('agent', 'cases.withdraw', { case: idOf('change') }));
    // Filed anew by either of the two: it is one person's matter.
    const anew = change(
      number,
      { tradeName: '明月茶馆', previous: idOf('change') },
      {
        by: 'agent',
        id: idOf('anew'),
        sidecar: await sidecarFor(chain, { word: 'agent', statement: { case: idOf('anew') } }),
      },
    );
    await accepted(chain, anew);
    await accepted(chain, byHolder('wang', 'cases.withdraw', { case: idOf('anew') }));
  });

  it('is attested for this case and holder, by a department that is asked', async () => {
    const { chain, number } = await withMatters();
    const other = { sidecar: await sidecar(chain, 'other', {}) };
    await refusedWithoutTrace(chain, change(number, { tradeName: '明月茶馆' }, other), 'attestation-other-case');
    // The tax office speaks of matters about a licence, and of no first registration.
    const tax = JSON.parse(await sidecar(chain, 'wang', { issuer: 'tax', facts: { 'identity-level': 2 } }));
    const first = { word: 'fresh', body: await bodyOf(chain) };
    const forged = await sidecarFor(chain, { ...first, statement: { issuer: 'tax' }, attester: 'tax-attester' });
    expect(tax.attestations).toHaveLength(1);
    await refusedWithoutTrace(
      chain,
      { by: 'fresh', deed: 'cases.submit', body: first.body, id: idOf('fresh'), sidecar: forged },
      'attestation-issuer-not-accepted',
    );
  });
});

describe('a closing', () => {
  it('is granted at once where the tax office says of this licence that nothing is owed', async () => {
    const { chain, number } = await withMatters();
    const told = { sidecar: await both(chain, 'closing', { 'taxes-cleared-of': number }) };
    expect(await accepted(chain, close(number, told))).toEqual(['case.submitted', 'case.granted', 'licence.closed']);
    expect(chain.find('licence', number)).toMatchObject({ status: 'closed', since: chain.time });
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
  });

  it('without a clearance is taken, returned or refused, and cannot be granted; with a paper a person decides', async () => {
    const { chain, number } = await withMatters();
    const owing = { sidecar: await both(chain, 'closing', { 'taxes-owed-of': number }) };
    expect(await accepted(chain, close(number, owing))).toEqual(['case.submitted', 'case.pending']);
    expect(chain.find('case', idOf('closing'))?.matter).toMatchObject({ uncleared: true });
    await refusedWithoutTrace(chain, decide('closing'), 'clearance-missing');
    const points = { case: idOf('closing'), points: ['premises-paper'] };
    await accepted(chain, { by: 'registrar', deed: 'cases.supplement', body: points, sidecar: sealedSidecar() });
    const paper = { id: idOf('anew'), sidecar: sealedSidecar({ 'tax-clearance': 'aa..bb.cc.dd' }) };
    await accepted(chain, close(number, paper, { previous: idOf('closing') }));
    await accepted(chain, decide('anew'));
    expect(chain.find('licence', number)?.status).toBe('closed');
  });

  it('is not cleared by a word about another licence, nor by somebody who is no tax office', async () => {
    const { chain, number } = await withMatters();
    const other = { sidecar: await both(chain, 'closing', { 'taxes-cleared-of': '92110105MA0000999X' }) };
    await accepted(chain, close(number, other));
    expect(chain.find('case', idOf('closing'))?.matter).toMatchObject({ uncleared: true });
    await accepted(chain, byHolder('wang', 'cases.withdraw', { case: idOf('closing') }));
    const police = await sidecar(chain, 'police', { facts: { 'taxes-cleared-of': number } });
    await accepted(chain, close(number, { id: idOf('police'), sidecar: police }));
    expect(chain.find('case', idOf('police'))?.matter).toMatchObject({ uncleared: true });
    expect(chain.find('case', idOf('police'))?.holder).toBe(kidOf('wang'));
  });
});

async function bodyOf(chain: TestChain): Promise<JsonObject> {
  const { apply } = await import('../../testing/test-chain.ts');
  const { transaction } = await apply(chain, { word: 'somebody' });
  return transaction.body;
}
