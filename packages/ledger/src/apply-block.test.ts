import { describe, expect, it } from 'vitest';
import { apply, DAY, foundedChain, idOf } from './testing/test-chain.ts';

describe('a block', () => {
  it('grants an application whose facts satisfy the contract, and issues the licence', async () => {
    const chain = await foundedChain();
    const { outcomes, traces } = chain.block([await apply(chain, { word: 'wang' })]);
    const record = chain.find('case', idOf('wang'));
    expect(outcomes[0]).toMatchObject({
      events: [
        ['case.submitted', {}],
        ['case.granted', {}],
        ['licence.issued', {}],
      ],
    });
    expect(record).toMatchObject({ status: 'granted', service: 'tea-house', organ: 'market' });
    expect(chain.find('licence', record?.licence)).toMatchObject({ status: 'valid', tradeName: '清风茶馆' });
    expect(JSON.parse(traces[0] ?? '')).toMatchObject({ decision: 'grant' });
  });

  it('sends an application with a missing fact to a person, with a promised date, and never refuses it', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'li', facts: {} })]);
    expect(chain.find('case', idOf('li'))).toMatchObject({ status: 'pending', promisedAt: chain.time + 3 * DAY });
  });
});
