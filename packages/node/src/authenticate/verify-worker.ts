import { parentPort } from 'node:worker_threads';
import type { VerifyAnswer, VerifyRequest } from './verdict.ts';
import { Verifier } from './verifier.ts';

/** The body of a verifying thread: one batch in, one batch of verdicts out. */
const verifier = new Verifier();

parentPort?.on('message', ({ batch, items, keys }: VerifyRequest) => {
  for (const key of keys) verifier.learn(key);
  const answer: VerifyAnswer = { batch, verdicts: items.map((item) => verifier.verify(item)) };
  parentPort?.postMessage(answer);
});
