import type { JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../access/access.ts';
import { decide } from '../../access/decide.ts';
import type { AccessRule } from '../../access/rule.ts';
import { accessChain, confirm, mayRead, propose, readingRule } from '../../testing/access-chain.ts';
import { accepted } from '../../testing/expect-refusal.ts';
import { idOf, kidOf } from '../../testing/test-chain.ts';
import { problemOfRule, type RuleChange, withRule } from './with-rule.ts';

const rule = readingRule as unknown as AccessRule;
const denying: AccessRule = { effect: 'deny', deeds: ['cases.*'], roles: ['registrar'] };
const QUESTIONS: readonly (readonly [word: string, deed: string, resource: Resource])[] = [
  ['police-registrar', 'cases.read', { org: 'market' }],
  ['police-registrar', 'cases.decide', { org: 'market' }],
  ['police-head', 'cases.read', { org: 'market' }],
  ['registrar', 'cases.read', { org: 'market' }],
  ['head', 'cases.queue', { org: 'market' }],
  ['sec-one', 'access.confirm', {}],
];

describe('a rule that is only thought of', () => {
  it.each([
    ['allows some', { org: 'police', rule }],
    ['denies everybody’s registrars', { rule: denying }],
  ] as const)('that %s decides as it would in force, and changes nothing', async (_what, change: RuleChange) => {
    const chain = await accessChain();
    const answers = (state: Parameters<typeof decide>[0], atMs: number) =>
      QUESTIONS.map(
        ([word, deed, resource]) => decide(state, { kid: kidOf(word), caseKey: false, atMs }, deed, resource).allow,
      );
    const before = answers(chain.state, chain.time);
    const tried = answers(withRule(chain.state, change, chain.time), chain.time);
    expect(answers(chain.state, chain.time)).toEqual(before);
    expect(tried).not.toEqual(before);
    await accepted(chain, propose(change.rule as unknown as JsonObject, change.org));
    await accepted(chain, confirm());
    expect(answers(chain.state, chain.time)).toEqual(tried);
  });

  it('can be one that goes', async () => {
    const chain = await accessChain();
    await accepted(chain, propose(readingRule, 'police'));
    await accepted(chain, confirm());
    const without = withRule(chain.state, { org: 'police', withdraw: idOf('rule') }, chain.time);
    expect(mayRead(chain, decide)).toBe(true);
    const actor = { kid: kidOf('police-registrar'), caseKey: false, atMs: chain.time };
    expect(decide(without, actor, 'cases.read', { org: 'market' }).allow).toBe(false);
  });

  it('is told the code that the chain would refuse it with', () => {
    expect(problemOfRule(rule, 'police')).toBeUndefined();
    expect([problemOfRule(rule), problemOfRule({ effect: 'deny', deeds: ['access.confirm'] })]).toEqual([
      'rule-unfit',
      'rule-unfit',
    ]);
  });
});
