import { commitTrace, type JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { ContractRunner } from '../../contract-runner.ts';
import { accepted, expectRefusal } from '../../testing/expect-refusal.ts';
import {
  ageContract,
  apply,
  CONTRACT,
  DAY,
  foundedChain,
  idOf,
  jwkOf,
  kidOf,
  SERVICE,
  submission,
  type TestChain,
} from '../../testing/test-chain.ts';

async function outcomeOf(chain: TestChain, application: Omit<Parameters<typeof apply>[1], 'word'>, word = 'wang') {
  const { outcomes, traces } = chain.block([await apply(chain, { word, ...application })]);
  return { outcome: outcomes[0], trace: traces[0] };
}

const answering = (answer: string): ContractRunner => ({ run: () => answer });

describe('cases.submit, granted', () => {
  it('writes the case and the licence, and says what a follower needs', async () => {
    const chain = await foundedChain();
    const { outcome } = await outcomeOf(chain, {});
    const number = '92110105MA0000007H';
    expect(outcome).toMatchObject({
      events: [
        ['case.submitted', { case: idOf('wang'), service: SERVICE, version: 1, organ: 'market' }],
        ['case.granted', { case: idOf('wang'), licence: number, by: 'contract' }],
        ['licence.issued', { number, case: idOf('wang'), kind: 'tea-licence', organ: 'market' }],
      ],
    });
    expect(chain.find('case', idOf('wang'))).toEqual({
      service: SERVICE,
      version: 1,
      organ: 'market',
      holder: kidOf('wang'),
      status: 'granted',
      submittedAt: chain.time,
      licence: number,
    });
    expect(chain.find('licence', number)).toEqual({
      kind: 'tea-licence',
      organ: 'market',
      organName: '市场监督管理局',
      service: SERVICE,
      case: idOf('wang'),
      tradeName: submission.tradeName,
      scope: submission.scope,
      region: submission.region,
      operator: submission.operator,
      status: 'valid',
      since: chain.time,
      issuedAt: chain.time,
    });
  });

  it('writes three keys of its own, and shares counter, replay bucket and clock with its block', async () => {
    const chain = await foundedChain();
    const entries = await Promise.all(['a', 'b', 'c'].map((word) => apply(chain, { word })));
    const keys = [...chain.block(entries).changes.values.keys()].map((key) => key.split('/')[0]);
    expect(keys.sort()).toEqual([
      'case',
      'case',
      'case',
      'clock',
      'counter',
      'licence',
      'licence',
      'licence',
      'replay',
    ]);
  });

  it('numbers licences one after another, across regions', async () => {
    const chain = await foundedChain();
    await outcomeOf(chain, {}, 'a');
    await outcomeOf(chain, { body: { ...submission, region: '310101' } }, 'b');
    const licence = chain.find('case', idOf('b'))?.licence ?? '';
    expect(licence.slice(0, 16)).toBe('92310101MA000001');
    expect(chain.find('counter', 'licences')).toEqual({ next: 2 });
  });

  it('commits to the trace and publishes none of it', async () => {
    const chain = await foundedChain();
    const entry = await apply(chain, { word: 'wang' });
    const { outcomes, traces } = chain.block([entry]);
    const trace = traces[0] ?? '';
    expect(JSON.parse(trace)).toEqual({
      contract: CONTRACT,
      manual: false,
      decision: 'grant',
      trace: [{ rule: 'age', article: 'test', fact: 'age-at-least-18', result: true }],
    });
    expect(outcomes[0]).toMatchObject({ trace: commitTrace(entry.sidecar?.salt ?? '', trace) });
    expect(JSON.stringify(outcomes)).not.toContain('age-at-least-18');
  });

  it('issues nothing where the service issues separately', async () => {
    const chain = await foundedChain();
    await makeSeparate(chain);
    const { outcome } = await outcomeOf(chain, {});
    expect(outcome).toMatchObject({
      events: [
        ['case.submitted', {}],
        ['case.granted', { case: idOf('wang') }],
      ],
    });
    expect(chain.find('case', idOf('wang'))).toMatchObject({ status: 'granted', body: { tradeName: '清风茶馆' } });
    expect(chain.find('counter', 'licences')).toBeUndefined();
  });
});

async function makeSeparate(chain: TestChain): Promise<void> {
  const body = {
    id: SERVICE,
    version: 2,
    organ: 'market',
    contract: CONTRACT,
    attesters: ['police'],
    promiseMs: DAY,
    licence: { kind: 'tea-licence', separately: true },
  };
  await accepted(chain, { by: 'founder', deed: 'services.register', body });
}

describe('cases.submit, to a person', () => {
  const expectPending = (chain: TestChain, word = 'wang') =>
    expect(chain.find('case', idOf(word))).toMatchObject({ status: 'pending', promisedAt: chain.time + 3 * DAY });

  it('happens when a fact is missing, false, or nobody attested anything', async () => {
    const chain = await foundedChain();
    for (const [word, facts] of Object.entries({ missing: {}, minor: { 'age-at-least-18': false } })) {
      await outcomeOf(chain, { facts }, word);
      expectPending(chain, word);
    }
  });

  it('keeps the public part for whoever decides, and says when it is promised', async () => {
    const chain = await foundedChain();
    const { outcome } = await outcomeOf(chain, { facts: {} });
    const { tradeName, scope, region, operator } = submission;
    expect(chain.find('case', idOf('wang'))?.body).toEqual({ tradeName, scope, region, operator });
    expect(outcome).toMatchObject({
      events: [
        ['case.submitted', {}],
        ['case.pending', { case: idOf('wang'), promisedAt: chain.time + 3 * DAY }],
      ],
    });
  });

  it('never says in public why', async () => {
    const chain = await foundedChain();
    const missing = await outcomeOf(chain, { facts: {} }, 'a');
    const minor = await outcomeOf(chain, { facts: { 'age-at-least-18': false } }, 'b');
    const shape = (outcome: unknown) => JSON.stringify(outcome).replaceAll(/"[A-Za-z0-9_-]{22,43}"|\d{13}/g, '…');
    expect(shape(missing.outcome)).toBe(shape(minor.outcome));
  });

  it('happens when the person asked for one, though the contract would grant; its proposal stands in the trace', async () => {
    const chain = await foundedChain();
    const { trace } = await outcomeOf(chain, { body: { ...submission, manual: true } });
    expectPending(chain);
    expect(JSON.parse(trace ?? '')).toMatchObject({ decision: 'grant', manual: true });
  });

  it('happens when the contract asks', async () => {
    const chain = await foundedChain(answering('{"decision":"ask","trace":[]}'));
    await outcomeOf(chain, {});
    expectPending(chain);
  });

  it('happens when the contract fails, and the trace says so: no case is lost', async () => {
    const chain = await foundedChain({
      run: () => {
        throw new Error('broken');
      },
    });
    const { trace } = await outcomeOf(chain, {});
    expectPending(chain);
    expect(JSON.parse(trace ?? '').trace).toEqual([{ rule: 'contract-runs', article: '', result: 'contract-failed' }]);
  });

  it('happens when the contract answers nonsense, or tries to refuse', async () => {
    for (const answer of [
      '',
      'null',
      '{"decision":"refuse","trace":[]}',
      '{"decision":"grant"}',
      '{"decision": "grant","trace":[]}',
    ]) {
      const chain = await foundedChain(answering(answer));
      const { trace } = await outcomeOf(chain, {});
      expectPending(chain);
      expect(JSON.parse(trace ?? '').trace[0].result).toBe('contract-answer-malformed');
    }
  });

  it('becomes overdue when the promised date passes without a decision, once, on a silent night', async () => {
    const chain = await foundedChain();
    await outcomeOf(chain, { facts: {} });
    const promisedAt = chain.time + 3 * DAY;
    expect(chain.block([], 3 * DAY - 1).blockEvents).toEqual([]);
    expect(chain.block([], 1).blockEvents).toEqual([
      ['case.overdue', { case: idOf('wang'), organ: 'market', promisedAt }],
    ]);
    expect(chain.find('case', idOf('wang'))).toMatchObject({ status: 'pending', overdue: true });
    expect(chain.block([], DAY).blockEvents).toEqual([]);
  });
});

describe('what the contract is told', () => {
  it('is the service, its version, the facts, the body, the plain codes and the block’s time', async () => {
    const inputs: string[] = [];
    const chain = await foundedChain({
      run: (contract, input) => {
        expect(contract).toBe(CONTRACT);
        inputs.push(input);
        return ageContract.run(contract, input);
      },
    });
    await outcomeOf(chain, { facts: { 'identity-level': 2 } });
    expect(JSON.parse(inputs[0] ?? '')).toEqual({
      service: SERVICE,
      version: 1,
      facts: { 'identity-level': 2 },
      body: submission,
      plain: {},
      time: chain.time,
    });
  });
});

describe('cases.submit, refused', () => {
  it('needs a key made for the case', async () => {
    const chain = await foundedChain();
    const { transaction, sidecar } = await apply(chain, { word: 'registrar' });
    const outcome = chain.block([{ transaction: { ...transaction, caseKey: undefined }, sidecar }]).outcomes[0];
    expectRefusal(outcome, 'case-key-required');
  });

  it('needs a service that is there and in force', async () => {
    const chain = await foundedChain();
    expectRefusal(
      (await outcomeOf(chain, { body: { ...submission, service: 'nothing' } })).outcome,
      'service-unknown',
      {
        service: 'nothing',
      },
    );
    const service = chain.find('service', SERVICE);
    if (service === undefined) throw new Error('no service');
    const values = new Map([[`service/${SERVICE}`, JSON.stringify({ ...service, status: 'retired' })]]);
    chain.state.commit({ values, due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } });
    expectRefusal((await outcomeOf(chain, {}, 'li')).outcome, 'service-inactive');
  });

  it('needs an id no case has, for ever: longer than the replay window remembers', async () => {
    const chain = await foundedChain();
    await outcomeOf(chain, {});
    chain.block([], 2 * DAY);
    chain.block([], DAY);
    expectRefusal((await outcomeOf(chain, { notAfter: chain.time + DAY })).outcome, 'case-exists');
  });

  it('needs a sidecar', async () => {
    const chain = await foundedChain();
    expectRefusal(await chain.send({ by: 'wang', deed: 'cases.submit', body: submission }), 'sidecar-missing');
  });

  it('needs a body of exactly its members', async () => {
    const chain = await foundedChain();
    const wrong: JsonObject[] = [
      { tradeName: '茶' },
      { tradeName: '茶'.repeat(61) },
      { tradeName: '茶\u202e馆' },
      { tradeName: ' 茶馆' },
      { scope: [] },
      { scope: ['6231', '6231'] },
      { scope: ['62311'] },
      { region: '11010' },
      { operator: '张三' },
      { manual: 'no' },
      { phone: '13800000000' },
    ];
    for (const [index, change] of wrong.entries()) {
      const { outcome } = await outcomeOf(chain, { body: { ...submission, ...change } }, `w${index}`);
      expectRefusal(outcome, 'body-invalid');
      expect(JSON.stringify(outcome)).not.toMatch(/张三|138|phone/);
    }
  });
});

describe('an attestation is refused', () => {
  const refusedWith = async (statement: JsonObject, code: Parameters<typeof expectRefusal>[1]) => {
    const chain = await foundedChain();
    expectRefusal((await outcomeOf(chain, { statement })).outcome, code);
    expect(chain.find('case', idOf('wang'))).toBeUndefined();
  };

  it('when it is for another chain', () => refusedWith({ chain: 'minglu.test/other' }, 'attestation-other-chain'));

  it('when it is for another case', () => refusedWith({ case: idOf('li') }, 'attestation-other-case'));

  it('when it is for another holder', () => refusedWith({ holder: kidOf('li') }, 'attestation-other-holder'));

  it('when it is for another service', () => refusedWith({ service: 'other' }, 'attestation-other-service'));

  it('when the service does not ask its issuer', () =>
    refusedWith({ issuer: 'market' }, 'attestation-issuer-not-accepted'));

  it('from the instant it expires', async () => {
    const chain = await foundedChain();
    const expiresAt = chain.time + 1000;
    expectRefusal((await outcomeOf(chain, { statement: { expiresAt } })).outcome, 'attestation-expired');
    await outcomeOf(chain, { statement: { expiresAt: chain.time + 1001 } }, 'li');
    expect(chain.find('case', idOf('li'))?.status).toBe('granted');
  });

  it('when nobody knows its key', async () => {
    const chain = await foundedChain();
    expectRefusal((await outcomeOf(chain, { attester: 'stranger' })).outcome, 'attestation-key-unknown');
  });

  it('when its key was revoked', async () => {
    const chain = await foundedChain();
    await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('police-attester') } });
    expectRefusal((await outcomeOf(chain, {})).outcome, 'attestation-key-revoked');
  });

  it('when its key belongs to another organisation than it names', async () => {
    const chain = await foundedChain();
    expectRefusal((await outcomeOf(chain, { attester: 'registrar' })).outcome, 'attestation-key-of-other-issuer');
  });

  it('when its key may not attest', async () => {
    const chain = await foundedChain();
    await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'police', jwk: jwkOf('constable') } });
    expectRefusal((await outcomeOf(chain, { attester: 'constable' })).outcome, 'attestation-role-missing');
  });

  it('when its key’s role has run out', async () => {
    const chain = await foundedChain();
    await accepted(chain, { by: 'founder', deed: 'keys.register', body: { org: 'police', jwk: jwkOf('constable') } });
    const role = { org: 'police', kid: kidOf('constable'), role: 'attester', until: chain.time + 5000 };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: role });
    await outcomeOf(chain, { attester: 'constable' }, 'early');
    expect(chain.find('case', idOf('early'))?.status).toBe('granted');
    chain.block([], 5000);
    expectRefusal((await outcomeOf(chain, { attester: 'constable' }, 'late')).outcome, 'attestation-role-missing');
  });
});
