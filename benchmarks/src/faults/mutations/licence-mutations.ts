import {
  formatLicenceProof,
  type LicenceProof,
  licenceKey,
  parseLicenceProof,
  type StateProof,
  sha256,
} from '@minglu/protocol';
import { receiptOf, type SampleCheckpoint, type SampleHistory, stateProofOf } from '../sample-evidence.ts';
import type { Mutation, MutationPool } from './mutation.ts';
import { receiptMutations } from './receipt-mutations.ts';
import type { SeededRandom } from './seeded-random.ts';

type Change = (proof: LicenceProof, random: SeededRandom, pool: MutationPool) => Partial<LicenceProof>;

const parts =
  (change: Change): Mutation =>
  (text, random, pool) => {
    const proof = parseLicenceProof(text);
    return formatLicenceProof({ ...proof, ...change(proof, random, pool) });
  };
const state = (change: (proof: StateProof, random: SeededRandom, pool: MutationPool) => StateProof): Mutation =>
  parts((proof, random, pool) => ({ state: change(proof.state, random, pool) }));

const last = (history: SampleHistory): SampleCheckpoint => history.checkpoints.at(-1) as SampleCheckpoint;
const anyNumber = ({ honest }: MutationPool, random: SeededRandom): string => random.pick(honest.licences).number;
const anyState = ({ states }: SampleHistory, random: SeededRandom): ReadonlyMap<string, string> => random.pick(states);
const blockOf = (history: SampleHistory, height: number): string =>
  receiptOf(history, history.blocks[height] ?? 0, last(history));

/** A claim of a history, by the state after one height and the block of another. */
function claim(
  history: SampleHistory,
  number: string,
  stateHeight: number,
  blockHeight: number,
): Partial<LicenceProof> {
  const values = history.states[stateHeight] ?? new Map<string, string>();
  const key = licenceKey(number);
  return { value: values.get(key) ?? null, state: stateProofOf(values, key), block: blockOf(history, blockHeight) };
}

const nested = (part: 'block' | 'transaction'): Mutation =>
  parts((proof, random, pool) => {
    const text = proof[part] ?? receiptOf(pool.honest, random.pick(pool.honest.licences).issuedAt, last(pool.honest));
    return { [part]: random.pick(Object.values(receiptMutations))(text, random, pool) };
  });

export const licenceMutations: Readonly<Record<string, Mutation>> = {
  'another number': parts((_, random, pool) => ({ number: anyNumber(pool, random) })),
  'an unknown number': parts(() => ({ number: '92330100MA9YYYYY01' })),
  'value made good': parts(({ value }) => ({
    value: (value ?? '').replace('"revoked"', '"valid"').replace('小吃', '酒'),
  })),
  'value of another licence': parts((_, random, pool) => {
    return { value: anyState(pool.honest, random).get(licenceKey(anyNumber(pool, random))) ?? null };
  }),
  'value taken away': parts(() => ({ value: null })),
  'value given to an absent number': parts((_, random, pool) => ({
    number: '92330100MA9YYYYY02',
    value: pool.honest.states.at(-1)?.get(licenceKey(anyNumber(pool, random))) ?? null,
  })),
  'state proof of another licence': parts((_, random, pool) => {
    return { state: stateProofOf(anyState(pool.honest, random), licenceKey(anyNumber(pool, random))) };
  }),
  'state proof of another height': parts(({ number }, random, { honest }) => {
    return { state: stateProofOf(anyState(honest, random), licenceKey(number)) };
  }),
  'state proof of absence beside a value': parts((_, random, { honest }) => {
    return { state: stateProofOf(anyState(honest, random), licenceKey('92330100MA9YYYYY03')) };
  }),
  'absence by another absent number': parts((_, random, { honest }) => ({
    value: null,
    state: stateProofOf(anyState(honest, random), licenceKey('92330100MA9YYYYY04')),
  })),
  'state of one height, block of another': parts(({ number }, random, { honest }) => {
    return claim(honest, number, random.below(8), random.below(8));
  }),
  'block of another height': parts((_, random, { honest }) => ({ block: blockOf(honest, random.below(8)) })),
  'a transaction for a block': parts((_, random, { honest }) => {
    return { block: receiptOf(honest, random.below(48), last(honest)) };
  }),
  'all of the forked history': parts((_, random, { forked }) => {
    const height = random.below(8);
    const { number } = random.pick(forked.licences);
    return { number, ...claim(forked, number, height, height) };
  }),
  'state of the forked history, block of the log': parts((_, random, { honest, forked }) => {
    const height = random.below(8);
    const { number } = random.pick(forked.licences);
    return { number, ...claim(forked, number, height, height), block: blockOf(honest, height) };
  }),
  'block of another chain': parts((_, random, { foreign }) => ({ block: blockOf(foreign, random.below(8)) })),
  'transaction that issued another licence': parts((_, random, { honest }) => {
    return { transaction: receiptOf(honest, random.pick(honest.licences).issuedAt, last(honest)) };
  }),
  'transaction that issued nothing': parts((_, random, { honest }) => {
    return { transaction: receiptOf(honest, random.below(48), last(honest)) };
  }),
  'transaction of the forked history': parts((_, random, { forked }) => {
    return { transaction: receiptOf(forked, random.pick(forked.licences).issuedAt, last(forked)) };
  }),
  'block and transaction exchanged': parts(({ block, transaction }) => ({
    block: transaction ?? block,
    transaction: block,
  })),
  'siblings exchanged': state(({ siblings, ...rest }, random) => {
    if (siblings.length === 0) return { ...rest, siblings };
    const [left, right] = [random.below(siblings.length), random.below(siblings.length)];
    return { ...rest, siblings: siblings.with(left, siblings[right]).with(right, siblings[left]) };
  }),
  'siblings turned round': state(({ siblings, ...rest }) => ({ ...rest, siblings: siblings.toReversed() })),
  'siblings cut': state(({ siblings, depth }) => ({ depth: Math.max(0, depth - 1), siblings: siblings.slice(0, -1) })),
  'siblings cut, depth kept': state(({ siblings, ...rest }) => ({ ...rest, siblings: siblings.slice(1) })),
  'siblings lengthened': state(({ siblings, depth }, random) => ({
    depth: depth + 1,
    siblings: [...siblings, random.below(2) === 0 ? undefined : sha256(Uint8Array.of(depth))],
  })),
  'sibling emptied': state(({ siblings, ...rest }, random) => ({
    ...rest,
    siblings: siblings.length === 0 ? [undefined] : siblings.with(random.below(siblings.length), undefined),
  })),
  'sibling of another proof': state(({ siblings, ...rest }, random, pool) => {
    const other = stateProofOf(anyState(pool.honest, random), licenceKey(anyNumber(pool, random))).siblings;
    if (siblings.length === 0 || other.length === 0) return { ...rest, siblings };
    return { ...rest, siblings: siblings.with(random.below(siblings.length), random.pick(other)) };
  }),
  'other leaf made up': state((proof, random) => ({
    ...proof,
    other: { path: sha256(Uint8Array.of(random.below(256))), valueHash: sha256(Uint8Array.of(0)) },
  })),
  'other leaf taken away': state(({ depth, siblings }) => ({ depth, siblings })),
  'depth changed': state((proof, random) => ({ ...proof, depth: random.below(300) })),
  'something in the block': nested('block'),
  'something in the transaction': nested('transaction'),
};
