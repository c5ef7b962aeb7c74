import type { Power } from './power.ts';

/** One command of `minglu`. `run` answers the exit code: 0 done, 1 what was asked does not hold, 2 asked wrongly. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(power: Power, args: readonly string[]): Promise<number>;
}
