import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attesters, CHAIN, departments, ORGAN, serviceId } from '../platform/bench-identity.ts';
import { prepareSubmissions } from './prepare-submissions.ts';
import { sealerFor } from './seal-natively.ts';

/** Fresh submissions into a file, a line each. */
export async function writeSubmissions(path: string, count: number): Promise<void> {
  const sealFor = sealerFor(departments.find(({ id }) => id === ORGAN)?.sealingJwk ?? {});
  const submissions = await prepareSubmissions(
    { chain: CHAIN, service: serviceId, attesters: attesters(), sealFor },
    count,
  );
  writeFileSync(path, `${submissions.map((one) => JSON.stringify(one)).join('\n')}\n`);
}

/** Writes files of fresh submissions, each used once: a ledger answers a repeat without work. */
export class SubmissionFiles {
  readonly #directory: string;
  #serial = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** A name no other file of these has. */
  nextPath(): string {
    this.#serial += 1;
    return join(this.#directory, `submissions-${this.#serial}.jsonl`);
  }

  async write(count: number): Promise<string> {
    const path = this.nextPath();
    await writeSubmissions(path, count);
    return path;
  }
}
