import { runCorpus } from './run-corpus.ts';

// Started as a process of its own by elsewhere.test.ts, on whatever Node, with whatever stack, time zone and language.
const table = runCorpus(1);
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ node: process.version, maxRssKb: maxRSS, table }));
