import type { SampleHistory } from '../sample-evidence.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a forger has at hand. */
export interface MutationPool {
  readonly honest: SampleHistory;
  readonly forked: SampleHistory;
  readonly foreign: SampleHistory;
}

/** Makes another text of a genuine one. */
export type Mutation = (text: string, random: SeededRandom, pool: MutationPool) => string;
