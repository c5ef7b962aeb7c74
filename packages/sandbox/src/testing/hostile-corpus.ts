import { answers } from './hostile/answers.ts';
import { builtIns } from './hostile/built-ins.ts';
import { escapes } from './hostile/escapes.ts';
import type { HostileContract } from './hostile/hostile-contract.ts';
import { loops } from './hostile/loops.ts';
import { malformed } from './hostile/malformed.ts';
import { memory } from './hostile/memory.ts';
import { plantedState } from './hostile/planted-state.ts';
import { recursion } from './hostile/recursion.ts';

/** Every hostile contract there is, each with a name of its own. */
export const hostileCorpus: readonly HostileContract[] = [
  ...loops,
  ...recursion,
  ...memory,
  ...builtIns,
  ...plantedState,
  ...escapes,
  ...answers,
  ...malformed,
];
