import { expect, it } from 'vitest';
import { storyFaults } from './story-faults.ts';
import type { StoryReport } from './story-report.ts';

const view = { size: 12_431, licences: ['92990101MA0000007E'], record: '{"record":"明州市东湖区清风书屋"}' };

const GOOD: StoryReport = {
  interfaces: ['lo'],
  strayPackets: { story: 0, afterProbe: 1 },
  startMs: { first: 1, second: 1, moved: 1, empty: 1 },
  firstSaid: 'first start: playing twelve months …\n· laying out twelve months of invented records\nready in 1.0 s',
  exitCodes: [0, 0, 0, 0],
  licence: '92110101MA00000580',
  registers: [view, view, { ...view, size: 12_433 }],
  verified: {
    proof: { code: 0, answer: '{"verified":true,"policyMet":true}' },
    receipt: { code: 0, answer: '{"verified":true}' },
    forged: { code: 1, answer: '{"verified":false}' },
  },
  pages: { '/': 200 },
  emptyIsBare: true,
  fsck: { code: 0, answer: '' },
  check: { code: 0, answer: '' },
};

it('a story in which everything holds has no fault', () => {
  expect(storyFaults(GOOD)).toEqual([]);
});

it.each<[string, Partial<StoryReport>]>([
  ['a second interface', { interfaces: ['lo', 'eth0'] }],
  ['a packet to somebody else', { strayPackets: { story: 1, afterProbe: 2 } }],
  ['a count that counts nothing', { strayPackets: { story: 0, afterProbe: 0 } }],
  ['a first start that does not say what it plays', { firstSaid: 'laying out twelve months' }],
  ['a year that was not made', { firstSaid: 'playing twelve months\nit was not made' }],
  ['a year that is not there', { registers: Array(3).fill({ ...view, size: 31 }) }],
  ['no licence', { licence: '' }],
  ['a register without the licence', { registers: Array(3).fill({ ...view, record: '' }) }],
  ['an entry lost by a second start', { registers: [view, { ...view, size: 12_430 }, view] }],
  ['a licence lost by the move', { registers: [view, view, { ...view, licences: [] }] }],
  ['a story cut short', { registers: [view] }],
  ['a proof without witnesses', { verified: { ...GOOD.verified, proof: { code: 0, answer: '"policyMet":false' } } }],
  ['a receipt that fails', { verified: { ...GOOD.verified, receipt: { code: 1, answer: '' } } }],
  ['a forged proof that passes', { verified: { ...GOOD.verified, forged: GOOD.verified.proof } }],
  ['a page that is missing', { pages: { '/': 404 } }],
  ['invented people in the bare node', { emptyIsBare: false }],
  ['a stop that was a crash', { exitCodes: [0, 0, null, 0] }],
  ['a damaged ledger', { fsck: { code: 1, answer: '' } }],
  ['a changed file', { check: { code: 1, answer: '' } }],
])('%s is a fault', (_title, change) => {
  expect(storyFaults({ ...GOOD, ...change })).toHaveLength(1);
});
