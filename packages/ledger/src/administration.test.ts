import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './access/decide.ts';
import { jwkOf, kidOf, TestChain } from './testing/test-chain.ts';
import { unsigned } from './testing/unsigned.ts';

const people = ['founder', 'ann', 'ben'] as const;
const person = fc.constantFrom(...people);

const step = fc.oneof(
  fc.record({ by: person, deed: fc.constant('keys.register'), who: person }),
  fc.record({ by: person, deed: fc.constant('keys.revoke'), who: person }),
  fc.record({ by: person, deed: fc.constant('roles.grant'), who: person }),
  fc.record({ by: person, deed: fc.constant('roles.revoke'), who: person }),
);

function bodyOf(deed: string, who: string) {
  if (deed === 'keys.register') return { org: 'platform', jwk: jwkOf(who) };
  if (deed === 'keys.revoke') return { kid: kidOf(who) };
  return { org: 'platform', kid: kidOf(who), role: 'administrator' };
}

function administrators(chain: TestChain): string[] {
  return people.filter((word) => {
    const actor = { kid: kidOf(word), caseKey: false, atMs: chain.time };
    return decide(chain.state, actor, 'services.register', {}).allow;
  });
}

describe('the administration of a chain', () => {
  it('is never left with nobody, whatever administrators do to each other', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const chain = new TestChain();
        chain.block([]);
        for (const [serial, { by, deed, who }] of steps.entries()) {
          const notAfter = chain.time + 60_000;
          chain.block([unsigned({ by, deed, body: bodyOf(deed, who), word: `step ${serial}`, notAfter })]);
          expect(administrators(chain).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('can pass to others, who then carry on without the founder', () => {
    const chain = new TestChain();
    chain.block([]);
    let serial = 0;
    const act = (by: string, deed: string, who: string) => {
      serial += 1;
      const letter = { by, deed, body: bodyOf(deed, who), word: `act ${serial}`, notAfter: chain.time + 60_000 };
      return chain.block([unsigned(letter)]).outcomes[0];
    };
    for (const [by, deed, who] of [
      ['founder', 'keys.register', 'ann'],
      ['founder', 'roles.grant', 'ann'],
      ['ann', 'keys.revoke', 'founder'],
      ['ann', 'keys.register', 'ben'],
    ] as const) {
      expect(act(by, deed, who), deed).toHaveProperty('events');
    }
    expect(administrators(chain)).toEqual(['ann']);
    expect(act('founder', 'keys.register', 'ben')).toMatchObject({ refused: 'key-revoked' });
  });
});
