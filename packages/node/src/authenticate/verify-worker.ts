import { parentPort } from 'node:worker_threads';
import type { VerifyAnswer, VerifyRequest } from './verdict.ts';
import { Verifier } from './verifier.ts';

/** The body of a verifying thread: one batch in, one batch of verdicts out. */
const verifier = new Verifier();

parentPort?.on('message', (request: VerifyRequest | 'close') => {
  if (request === 'close') {
    parentPort?.close();
    return;
  }
  for (const key of request.keys) verifier.learn(key);
  const answer: VerifyAnswer = { batch: request.batch, verdicts: request.items.map((item) => verifier.verify(item)) };
  parentPort?.postMessage(answer);
});
