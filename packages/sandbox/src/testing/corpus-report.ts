import { readFileSync } from 'node:fs';
import { runCorpus } from './run-corpus.ts';

// Started as a process of its own by elsewhere.test.ts, on whatever Node, with whatever stack, time zone and language.
const table = runCorpus(1);
process.stdout.write(JSON.stringify({ node: process.version, maxRssKb: peakKb(), table }));

/** Linux counts the peak of whoever started this process to `maxRSS` too; `VmHWM` is this program's alone. */
function peakKb(): number {
  const { maxRSS } = process.resourceUsage();
  if (process.platform !== 'linux') return maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? maxRSS);
}
