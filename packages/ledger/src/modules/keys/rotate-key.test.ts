import { describe, expect, it } from 'vitest';
import { decide } from '../../access/decide.ts';
import { accessChain, confirm, propose, readingRule } from '../../testing/access-chain.ts';
import { accepted, expectRefusal, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { procedureChain, submitted, withPendingCase } from '../../testing/procedure-chain.ts';
import { apply, DAY, foundedChain, idOf, jwkOf, kidOf, type Letter, sealedSidecar } from '../../testing/test-chain.ts';

const MINUTE = 60_000;
const rotate = (by: string, to: string): Letter => ({ by, deed: 'keys.rotate', body: { jwk: jwkOf(to) } });
const officer = (by: string, deed: string): Letter => ({ by, deed: `cases.${deed}`, body: { case: idOf('wang') } });

describe('keys.rotate', () => {
  it('moves every role to the new key, with its end, and the old one signs nothing more', async () => {
    const chain = await procedureChain();
    const until = chain.time + 30 * DAY;
    const grant = { org: 'market', kid: kidOf('registrar'), role: 'head', until };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: grant });
    expect(await chain.send(rotate('registrar', 'next'))).toEqual({
      events: [
        ['key.rotated', { kid: kidOf('next'), org: 'market', from: kidOf('registrar') }],
        ['role.revoked', { org: 'market', kid: kidOf('registrar'), role: 'registrar' }],
        ['role.granted', { org: 'market', kid: kidOf('next'), role: 'registrar' }],
        ['role.revoked', { org: 'market', kid: kidOf('registrar'), role: 'head' }],
        ['role.granted', { org: 'market', kid: kidOf('next'), role: 'head', until }],
      ],
    });
    const since = chain.time;
    const next = { jwk: jwkOf('next'), org: 'market', status: 'active', since };
    const [first, replaces] = [kidOf('registrar'), kidOf('registrar')];
    expect(chain.find('key', kidOf('next'))).toEqual({ ...next, first, replaces });
    expect(chain.find('key', kidOf('registrar'))).toMatchObject({ status: 'revoked', since, next: kidOf('next') });
    await refusedWithoutTrace(chain, rotate('registrar', 'another'), 'key-revoked');
    // The role ends when it would have.
    expect(chain.block([], 31 * DAY).blockEvents).toMatchObject([['role.expired', { kid: kidOf('next') }]]);
    await accepted(chain, rotate('next', 'third'));
    expect(chain.find('key', kidOf('third'))).toMatchObject({ first, replaces: kidOf('next') });
  });

  it('takes a sound key that nobody has had, signed by a registered key in force', async () => {
    const chain = await foundedChain();
    await refusedWithoutTrace(chain, rotate('registrar', 'clerk'), 'key-exists');
    await refusedWithoutTrace(chain, rotate('registrar', 'registrar'), 'key-exists');
    await refusedWithoutTrace(chain, { ...rotate('registrar', 'next'), body: { jwk: {} } }, 'key-invalid');
    await refusedWithoutTrace(chain, rotate('stranger', 'next'), 'key-unknown');
    await refusedWithoutTrace(chain, { ...rotate('wang', 'next'), embedKey: true }, 'registered-key-required');
    await accepted(chain, { by: 'founder', deed: 'keys.revoke', body: { kid: kidOf('registrar') } });
    await refusedWithoutTrace(chain, rotate('registrar', 'next'), 'key-revoked');
    await refusedWithoutTrace(await foundedChain(undefined, 3), rotate('registrar', 'next'), 'deed-unknown');
  });

  it('leaves a case with the officer who claimed it', async () => {
    const chain = await withPendingCase();
    await accepted(chain, officer('registrar', 'claim'));
    await accepted(chain, rotate('registrar', 'next'));
    await refusedWithoutTrace(chain, officer('colleague', 'claim'), 'case-with-other-officer');
    await refusedWithoutTrace(chain, officer('next', 'claim'), 'nothing-changes');
    await accepted(chain, officer('next', 'release'));
    await accepted(chain, officer('colleague', 'claim'));
  });

  it('makes nobody two people: a rule wants another hand still', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    await accepted(chain, rotate('sec-one', 'sec-next'));
    await refusedWithoutTrace(chain, confirm('rule', 'sec-next'), 'own-proposal');
    await accepted(chain, confirm('rule', 'sec-two'));
  });

  it('carries along what a rule says of the key', async () => {
    const chain = await accessChain();
    const rule = { effect: 'deny', deeds: ['cases.decide'], keys: [kidOf('registrar')] };
    await accepted(chain, propose(rule));
    await accepted(chain, confirm());
    await accepted(chain, rotate('registrar', 'next'));
    await accepted(chain, rotate('next', 'third'));
    const may = (word: string) => {
      const actor = { kid: kidOf(word), caseKey: false, atMs: chain.time };
      return decide(chain.state, actor, 'cases.decide', { org: 'market' }).allow;
    };
    expect([may('registrar'), may('next'), may('third'), may('colleague')]).toEqual([false, false, false, true]);
  });

  it('does not end an emergency that waits to be judged, nor lets its officer judge it', async () => {
    const chain = await accessChain();
    await submitted(chain, { word: 'wang', facts: {} });
    const declare = (by: string): Letter => ({
      by,
      deed: 'access.declare-emergency',
      body: { case: idOf('wang'), reason: 'LIFE' },
      sidecar: sealedSidecar(),
    });
    const reads = (word: string) => {
      const actor = { kid: kidOf(word), caseKey: false, atMs: chain.time };
      return decide(chain.state, actor, 'cases.read', { org: 'market', case: idOf('wang') }).allow;
    };
    await accepted(chain, declare('police-registrar'));
    await accepted(chain, rotate('police-registrar', 'next'));
    expect(reads('next')).toBe(true);
    chain.block([], 5 * 60 * MINUTE);
    expect(reads('next')).toBe(false);
    await refusedWithoutTrace(chain, declare('next'), 'emergency-unjudged');
    const judge = { by: 'head', deed: 'access.judge-emergency' };
    const body = { kid: kidOf('next'), case: idOf('wang'), outcome: 'justified' };
    expect(await accepted(chain, { ...judge, body })).toEqual(['access.emergency-judged']);
  });

  it('spoils no attestation that was under way, and lets the old key make no new ones', async () => {
    const applied = async (issuedBeforeMs: number, laterMs: number) => {
      const chain = await foundedChain();
      await accepted(chain, rotate('police-attester', 'next-attester'));
      const issuedAt = chain.time - issuedBeforeMs;
      const statement = { issuedAt, expiresAt: chain.time + 60 * MINUTE };
      const entry = await apply(chain, { word: 'wang', statement, notAfter: chain.time + 60 * MINUTE });
      return chain.block([entry], laterMs).outcomes[0];
    };
    expect(await applied(MINUTE, MINUTE)).toMatchObject({ events: expect.anything() });
    expectRefusal(await applied(-1, MINUTE), 'attestation-key-revoked');
    expectRefusal(await applied(MINUTE, 15 * MINUTE), 'attestation-key-revoked');
  });
});

describe('a key that is registered for a lost one', () => {
  const register = (org: string, word: string, replaces: string): Letter => ({
    by: 'founder',
    deed: 'keys.register',
    body: { org, jwk: jwkOf(word), replaces: kidOf(replaces) },
  });
  const revoke = (word: string): Letter => ({ by: 'founder', deed: 'keys.revoke', body: { kid: kidOf(word) } });

  it('is the same person’s, who does not confirm what they proposed with the lost one', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    await accepted(chain, { ...revoke('sec-one'), by: 'sec-two' });
    await accepted(chain, register('platform', 'sec-new', 'sec-one'));
    const role = { org: 'platform', kid: kidOf('sec-new'), role: 'security-administrator' };
    await accepted(chain, { by: 'sec-two', deed: 'roles.grant', body: role });
    await refusedWithoutTrace(chain, confirm('rule', 'sec-new'), 'own-proposal');
    await accepted(chain, confirm('rule', 'sec-two'));
  });

  it('takes the place of a revoked key of the same organisation, once', async () => {
    const chain = await procedureChain();
    await refusedWithoutTrace(chain, register('market', 'next', 'registrar'), 'key-in-force');
    await refusedWithoutTrace(chain, register('market', 'next', 'stranger'), 'key-unknown');
    await accepted(chain, revoke('registrar'));
    await refusedWithoutTrace(chain, register('police', 'next', 'registrar'), 'key-of-other-organisation');
    await accepted(chain, register('market', 'next', 'registrar'));
    expect(chain.find('key', kidOf('next'))).toMatchObject({
      first: kidOf('registrar'),
      replaces: kidOf('registrar'),
    });
    await refusedWithoutTrace(chain, register('market', 'other', 'registrar'), 'key-exists');
    const old = await foundedChain(undefined, 3);
    await accepted(old, revoke('registrar'));
    await refusedWithoutTrace(old, register('market', 'next', 'registrar'), 'body-invalid');
  });

  it('lets nothing count that the lost one attested', async () => {
    const chain = await foundedChain();
    await accepted(chain, revoke('police-attester'));
    await accepted(chain, register('police', 'next', 'police-attester'));
    const role = { org: 'police', kid: kidOf('next'), role: 'attester' };
    await accepted(chain, { by: 'founder', deed: 'roles.grant', body: role });
    const statement = { issuedAt: chain.time - MINUTE, expiresAt: chain.time + 60 * MINUTE };
    const entry = await apply(chain, { word: 'wang', statement });
    expectRefusal(chain.block([entry]).outcomes[0], 'attestation-key-revoked');
  });
});
