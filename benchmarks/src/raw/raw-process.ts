// Measures the bare machine in a process of its own, since the pool's size is fixed at a process's start:
// asynchronous P-256 verification from prepared buffers and one prepared key, a closed loop, nothing else running here.
import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';

const IN_FLIGHT = 64;
const durationMs = Number(process.argv[2] ?? 1000);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const message = randomBytes(700);
// A bare key object and DER: the form that Node checks fastest (options around the key cost a quarter).
const signature = sign('sha256', message, privateKey);

function measure(forMs: number): Promise<number> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let done = 0;
    let running = IN_FLIGHT;
    const next = (): void => {
      const elapsedMs = performance.now() - startedAt;
      if (elapsedMs < forMs) verify('sha256', message, publicKey, signature, onDone);
      else if (--running === 0) resolve((done / elapsedMs) * 1000);
    };
    const onDone = (error: Error | null, valid: boolean): void => {
      if (error !== null || !valid) throw error ?? new Error('a good signature did not verify');
      done += 1;
      next();
    };
    for (let started = 0; started < IN_FLIGHT; started += 1) next();
  });
}

await measure(200);
console.log(JSON.stringify({ perSecond: await measure(durationMs) }));
