import { parentPort } from 'node:worker_threads';
import type { VerifyAnswer, VerifyRequest } from './verdict.ts';
import { Verifier } from './verifier.ts';

/** The body of a verifying thread: one batch in, one batch of verdicts out. */
const verifier = new Verifier();

// Node asks "is this a key object?" by catching an exception, four times a check; their stack traces cost 20 µs of 120.
// What is thrown here for anybody to see is a code.
Error.stackTraceLimit = 0;

parentPort?.on('message', (request: VerifyRequest | 'close') => {
  if (request === 'close') {
    parentPort?.close();
    return;
  }
  for (const key of request.keys) verifier.learn(key);
  const answer: VerifyAnswer = { batch: request.batch, verdicts: request.items.map((item) => verifier.verify(item)) };
  parentPort?.postMessage(answer);
});
