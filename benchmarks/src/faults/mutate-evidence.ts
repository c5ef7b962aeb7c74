import {
  type CheckSignature,
  checkSignaturePure,
  equalBytes,
  type HashFunction,
  hexEncode,
  licenceKey,
  ProtocolError,
  parseTlogProof,
  sha256,
  type VerifiedPlace,
  type VerifyOptions,
  verifyLicenceProof,
  verifyReceipt,
} from '@minglu/protocol';
import { byteMutations } from './mutations/byte-mutations.ts';
import { licenceMutations } from './mutations/licence-mutations.ts';
import type { Mutation, MutationPool } from './mutations/mutation.ts';
import { receiptMutations } from './mutations/receipt-mutations.ts';
import { seededRandom } from './mutations/seeded-random.ts';
import {
  licenceProofOf,
  receiptOf,
  type SampleCheckpoint,
  type SampleHistory,
  sampleHistory,
} from './sample-evidence.ts';

export interface MutateOptions {
  readonly seed: number;
  readonly count: number;
  /** The machine's own, for long runs. */
  readonly checkSignature?: CheckSignature;
  readonly hash?: HashFunction;
}

/** A mutant that must not have passed, or that broke the verifier. */
export interface MutantFailure {
  readonly mutation: string;
  readonly at: number;
  readonly text: string;
  readonly what: string;
}

export interface MutationReport {
  readonly tried: number;
  readonly structural: number;
  readonly refused: number;
  /** Verified, and nothing but the truth: a line dropped or turned round, another genuine proof whole. */
  readonly harmless: number;
  /** Verified as something that is not so. */
  readonly accepted: readonly MutantFailure[];
  /** Ended in anything but a coded refusal. */
  readonly uncaught: readonly MutantFailure[];
  readonly codes: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
}

/**
 * Mutates receipts and licence proofs, half of them byte by byte and half in their structure, and holds every verdict
 * against the history they were cut from. The same seed makes the same mutants.
 */
export async function mutateEvidence({ seed, count, ...cryptography }: MutateOptions): Promise<MutationReport> {
  const random = seededRandom(seed);
  const honest = await sampleHistory({ origin: 'minglu.example/city', keys: 1, story: 1 });
  const pool: MutationPool = {
    honest,
    // Who lacks the log's key has these: another history under another key of the same name, and another chain.
    forked: await sampleHistory({ origin: 'minglu.example/city', keys: 2, story: 2 }),
    foreign: await sampleHistory({ origin: 'minglu.example/town', keys: 3, story: 1 }),
  };
  const verify = verifierOf(honest, cryptography);
  const tally = { structural: 0, refused: 0, harmless: 0 };
  const [accepted, uncaught]: [MutantFailure[], MutantFailure[]] = [[], []];
  const [codes, kinds]: [Record<string, number>, Record<string, number>] = [{}, {}];
  for (let at = 0; at < count; at += 1) {
    const structural = at % 2 === 0;
    const licence = random.below(2) === 0;
    const mutations = !structural ? byteMutations : licence ? licenceMutations : receiptMutations;
    const [mutation, mutate] = random.pick(Object.entries<Mutation>(mutations));
    const text = mutate(
      licence ? genuineProof(honest, random.below) : genuineReceipt(honest, random.below),
      random,
      pool,
    );
    const verdict = await verify(text, licence);
    tally.structural += structural ? 1 : 0;
    kinds[mutation] = (kinds[mutation] ?? 0) + 1;
    if (verdict.end === 'refused') codes[verdict.what] = (codes[verdict.what] ?? 0) + 1;
    if (verdict.end === 'refused' || verdict.end === 'harmless') tally[verdict.end] += 1;
    else (verdict.end === 'accepted' ? accepted : uncaught).push({ mutation, at, text, what: verdict.what });
  }
  return { tried: count, ...tally, accepted, uncaught, codes, kinds };
}

type Below = (limit: number) => number;

function genuineReceipt(history: SampleHistory, below: Below): string {
  const checkpoint = history.checkpoints[below(history.checkpoints.length)] as SampleCheckpoint;
  for (;;) {
    const index = below(checkpoint.size);
    if (!history.blocks.includes(index)) return receiptOf(history, index, checkpoint);
  }
}

function genuineProof(history: SampleHistory, below: Below): string {
  const height = below(history.blocks.length);
  if (below(6) === 0) return licenceProofOf(history, '92330100MA9YYYYY00', height);
  const known = history.licences.filter(({ issuedAt }) => issuedAt < (history.blocks[height] ?? 0));
  const licence = known[below(known.length)];
  return licenceProofOf(history, licence?.number ?? '', height, below(2) === 0 ? licence?.issuedAt : undefined);
}

interface Verdict {
  readonly end: 'refused' | 'harmless' | 'accepted' | 'uncaught';
  readonly what: string;
}

function verifierOf(honest: SampleHistory, cryptography: Omit<MutateOptions, 'seed' | 'count'>) {
  const { checkSignature = checkSignaturePure, hash = sha256 } = cryptography;
  const options = { trust: honest.trust, checkSignature: remembering(checkSignature), hash };
  return async (text: string, licence: boolean): Promise<Verdict> => {
    try {
      const lie = licence ? await lieOfProof(text, options, honest) : await lieOfReceipt(text, options, honest);
      return lie === undefined ? { end: 'harmless', what: '' } : { end: 'accepted', what: lie };
    } catch (error) {
      if (error instanceof ProtocolError) return { end: 'refused', what: error.code };
      return { end: 'uncaught', what: String(error) };
    }
  };
}

/** Most lines of a mutant are those of its original: each is checked once. */
function remembering(check: CheckSignature): CheckSignature {
  const known = new Map<string, boolean>();
  return async (key, message, signature) => {
    const name = `${key.kid} ${hexEncode(sha256(message))} ${hexEncode(signature)}`;
    const verdict = known.get(name) ?? (await check(key, message, signature));
    known.set(name, verdict);
    return verdict;
  };
}

/** What a verified receipt says that is not so, if anything. */
async function lieOfReceipt(text: string, options: VerifyOptions, honest: SampleHistory): Promise<string | undefined> {
  const verified = await verifyReceipt(text, options);
  const recorded = honest.entries[verified.index];
  const shown = parseTlogProof(text).extra;
  if (recorded === undefined || shown === undefined || !equalBytes(recorded, shown)) return 'another record';
  return lieOfPlace(verified, honest);
}

async function lieOfProof(text: string, options: VerifyOptions, honest: SampleHistory): Promise<string | undefined> {
  const { number, value, block, transaction, ...place } = await verifyLicenceProof(text, options);
  const state = honest.states[block.height];
  if (place.index !== honest.blocks[block.height] || state === undefined) return 'another block';
  if ((state.get(licenceKey(number)) ?? null) !== value) return 'another value';
  const issue = honest.licences.find((licence) => licence.number === number);
  if (transaction !== undefined && transaction.index !== issue?.issuedAt) return 'another transaction';
  return lieOfPlace(place, honest) ?? (transaction === undefined ? undefined : lieOfPlace(transaction, honest));
}

function lieOfPlace({ checkpoint, witnesses, policy, policyMet }: VerifiedPlace, honest: SampleHistory) {
  const signed = honest.checkpoints.find(({ size }) => size === checkpoint.size);
  if (signed === undefined) return 'a checkpoint that was never signed';
  if (!equalBytes(checkpoint.root, honest.tree.at(signed.size).root)) return 'another root';
  const names = new Set(witnesses.map(({ name }) => name));
  if (names.size !== witnesses.length || policy.seen !== names.size) return 'a witness counted twice';
  if (witnesses.some(({ name }) => !signed.seenBy.includes(name))) return 'a witness that did not see it';
  if (witnesses.some(({ timeSeconds }) => timeSeconds !== 1_700_000_000 + signed.size)) return 'another time';
  return policyMet === names.size >= honest.trust.threshold ? undefined : 'a policy that is not met';
}
