import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTESTER, benchSigner, CHAIN, departments, serviceId } from '../platform/bench-identity.ts';
import { prepareSubmissions } from './prepare-submissions.ts';
import { sealedName } from './sealed-name.ts';

/** Writes files of fresh submissions, each used once: a ledger answers a repeat without work. */
export class SubmissionFiles {
  readonly #directory: string;
  #serial = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async write(count: number): Promise<string> {
    this.#serial += 1;
    const signer = benchSigner('ES256', `attester ${ATTESTER}`);
    const sealed = { operator: await sealedName(departments[1]?.sealingJwk ?? {}) };
    const place = { chain: CHAIN, service: serviceId, region: '330299', scope: ['6210'], sealed };
    const plan = { ...place, attester: { organisation: ATTESTER, signer }, now: Date.now() };
    const submissions = await prepareSubmissions(plan, count);
    const path = join(this.#directory, `submissions-${this.#serial}.jsonl`);
    writeFileSync(path, `${submissions.map((one) => JSON.stringify(one)).join('\n')}\n`);
    return path;
  }
}
