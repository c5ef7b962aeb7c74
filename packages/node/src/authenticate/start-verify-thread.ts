import { Worker } from 'node:worker_threads';

/** A nursery of four megabytes: what is made for one batch is garbage before the next. Left alone, each thread grows to 50. */
const YOUNG_MB = 12;

export function startVerifyThread(): Worker {
  return new Worker(new URL('./verify-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
