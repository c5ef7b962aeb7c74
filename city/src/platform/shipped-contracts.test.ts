import {
  type Application,
  decide,
  individualBusiness,
  largestApplication,
  scopeItems,
  smallestApplication,
} from '@minglu/individual-business';
import { directRunner } from '@minglu/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedContracts } from './shipped-contracts.ts';

const { contractHash } = individualBusiness;
const direct = directRunner(new Map([[contractHash, decide]]));
const sandbox = shippedContracts();

const body: fc.Arbitrary<Omit<Application, 'operator'>> = fc.record({
  service: fc.constant('individual-business' as const),
  tradeName: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('小店', '中国第一银行', 'café')),
  scope: fc.array(fc.oneof(fc.constantFrom(...scopeItems.map(({ code }) => code)), fc.string({ maxLength: 6 })), {
    maxLength: 50,
  }),
  region: fc.stringMatching(/^[0-9]{6}$/),
  manual: fc.boolean(),
});
const facts = fc.dictionary(
  fc.oneof(
    fc.constantFrom('identity-level', 'age-at-least-18', 'mainland-resident', '__proto__', 'constructor'),
    fc.string(),
  ),
  fc.oneof(fc.constantFrom(true, false, 1, 2, 3), fc.jsonValue({ maxDepth: 1 })),
  { maxKeys: 4 },
);

describe('the shipped contracts in the sandbox', () => {
  it('answer word for word as the same code does in this process', () => {
    const answers = new Set<string>();
    fc.assert(
      fc.property(body, facts, fc.nat(), (application, attested, time) => {
        const json = { service: application.service, version: 1, facts: attested, body: application, plain: {}, time };
        const input = JSON.stringify(json);
        const answer = sandbox.run(contractHash, input);
        expect(answer).toBe(direct.run(contractHash, input));
        answers.add(answer);
      }),
      { numRuns: 2000 },
    );
    expect(answers.size).toBeGreaterThan(10);
  });

  it('grant the smallest and the largest application well within their gas', () => {
    for (const application of [smallestApplication, largestApplication]) {
      const known = { 'mainland-resident': true, 'no-registration-bar': true, 'premises-on-record': true };
      const attested = { 'identity-level': 2, 'age-at-least-18': true, ...known };
      const json = { service: application.service, version: 1, facts: attested, body: application, plain: {}, time: 1 };
      expect(JSON.parse(sandbox.run(contractHash, JSON.stringify(json))).decision).toBe('grant');
    }
  });
});
