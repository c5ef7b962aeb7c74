import { formatAddCheckpoint } from '@minglu/protocol';
import { noteOf, type SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { NodeError } from '../node-error.ts';
import { addCheckpoint, type WitnessAddress, type WitnessAnswer } from './witness-client.ts';

export interface SecondHistoryQuestion {
  readonly witnesses: readonly WitnessAddress[];
  /** The last head this node signed, or the head of the empty log, which is consistent with everything. */
  readonly head: SignedCheckpoint;
  readonly findConsistencyPath: (oldSize: number, newSize: number) => readonly Uint8Array[];
  readonly timeoutMs: number;
  /** How long to go on asking while none answers. */
  readonly patienceMs: number;
  /** Go on although none answers: the operator says that this directory is the newest. */
  readonly isSilenceAllowed: boolean;
  readonly pause: (ms: number) => Promise<void>;
}

const PAUSE_MS = 150;

/**
 * Asks every witness how far it has seen this log, before anything is signed after a start: a directory brought back
 * from yesterday's backup looks whole to itself, and only others remember today. Answers the size each witness holds.
 * Throws `second-history` when one holds more than this directory or something else, `witness-unreachable` when none
 * answers.
 */
export async function askForSecondHistory(question: SecondHistoryQuestion): Promise<ReadonlyMap<string, number>> {
  if (question.witnesses.length === 0) return new Map();
  const untilMs = performance.now() + question.patienceMs;
  for (;;) {
    const asked = await Promise.all(
      question.witnesses.map(async (witness) => [witness.name, await askOne(question, witness)] as const),
    );
    const sizes = new Map(asked.flatMap(([name, size]) => (size === undefined ? [] : [[name, size] as const])));
    if (sizes.size > 0 || question.isSilenceAllowed) return sizes;
    if (performance.now() >= untilMs) {
      const witnesses = question.witnesses.map(({ name }) => name);
      throw new NodeError('witness-unreachable', {
        witnesses,
        remedy: 'start a witness, or allow signing without one',
      });
    }
    await question.pause(PAUSE_MS);
  }
}

/** The size this witness holds, now known to be consistent with ours; undefined when it cannot be asked. */
async function askOne(question: SecondHistoryQuestion, witness: WitnessAddress): Promise<number | undefined> {
  const { head } = question;
  const first = await ask(question, witness, 0);
  const held = sizeIn(first, head);
  if (held === undefined || first.kind === 'cosigned') return held;
  if (held > head.size) throw secondHistory(witness, held, head.size);
  if (held === 0 || head.size === 0) return held;
  const second = await ask(question, witness, held);
  if (second.kind === 'cosigned') return head.size;
  // It holds our size or less, and refuses the proof: what it has seen is not what stands here.
  if (second.kind === 'refused' || second.kind === 'conflict') throw secondHistory(witness, held, head.size);
  return undefined;
}

function ask(
  { head, findConsistencyPath, timeoutMs }: SecondHistoryQuestion,
  witness: WitnessAddress,
  oldSize: number,
) {
  const proof = oldSize === 0 ? [] : findConsistencyPath(oldSize, head.size);
  const body = formatAddCheckpoint({ oldSize, proof, checkpoint: noteOf(head) });
  return addCheckpoint(witness, body, timeoutMs);
}

function sizeIn(answer: WitnessAnswer, head: SignedCheckpoint): number | undefined {
  if (answer.kind === 'conflict') return answer.size;
  if (answer.kind === 'cosigned') return head.size;
  // A witness that answers but knows nothing of size 0 or of this origin holds nothing of ours.
  return answer.kind === 'refused' && head.size === 0 ? 0 : undefined;
}

function secondHistory(witness: WitnessAddress, witnessSize: number, ownSize: number): NodeError {
  return new NodeError('second-history', {
    witness: witness.name,
    witnessSize,
    ownSize,
    remedy: 'this directory is older than what was signed: bring back the newest copy, never sign from this one',
  });
}
