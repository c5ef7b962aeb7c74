import { readFileSync } from 'node:fs';
import type { SubmittedTransaction } from '../node-options.ts';
import { openNode } from '../open/open-node.ts';
import { ageContract, genesis, logSigner, START } from './test-town.ts';

/**
 * A node that dies where it is told to: `crash-child.ts <directory> <point> <submissions.json> <occurrence>`. Each receipt it was
 * answered is a line `id index` on stdout, written before anything else happens.
 */
const [directory = '', point = '', file = '', occurrence = '1'] = process.argv.slice(2);
const { founding, submissions } = JSON.parse(readFileSync(file, 'utf8')) as {
  founding: SubmittedTransaction[];
  submissions: SubmittedTransaction[];
};

let nowMs = START;
const node = await openNode({
  directory,
  genesis,
  genesisTransactions: founding,
  signer: logSigner,
  clock: {
    nowMs: () => nowMs++,
    setTimer: (run, delayMs) => {
      const timer = setTimeout(run, delayMs).unref();
      return () => clearTimeout(timer);
    },
  },
  contracts: ageContract,
  witnesses: [],
  verifyThreads: 1,
  limits: { flushTransactions: 6, maxBlockTransactions: 4 },
  ...(point === '0' ? {} : { crashAt: Number(point), crashOccurrence: Number(occurrence) }),
});

await Promise.all(
  submissions.map(async ({ jws, sidecar }) => {
    const { id, index } = await node.submit(jws, sidecar);
    process.stdout.write(`${id} ${index}\n`);
  }),
);
await node.close();
process.stdout.write('closed\n');
