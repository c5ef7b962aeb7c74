import { fileURLToPath } from 'node:url';
import { CAMPAIGNS } from './faults/campaigns.ts';
import { recordSlice } from './faults/record-slice.ts';
import { codeVersion } from './report/code-version.ts';
import { printReport } from './report/print-report.ts';
import type { Row } from './report/row.ts';

const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const [slice = 0, slices = 1] = option('slice', '0/1').split('/').map(Number);
const options = { seed: Number(option('seed', '1')), slice, slices, share: Number(option('share', '1')) };
const names = args.filter((arg) => !arg.startsWith('--'));
const chosen = names.length === 0 ? Object.keys(CAMPAIGNS) : names;
const unknown = chosen.filter((name) => CAMPAIGNS[name] === undefined);

if (args.includes('--help')) {
  console.log(`npm run faults -- [campaign …] [--seed=1] [--slice=0/1] [--share=1] [--record]
campaigns, all when none is named (over an hour): ${Object.keys(CAMPAIGNS).join(', ')}`);
} else if (unknown.length > 0) {
  console.error(`no campaign ${unknown.join(', ')}; one of: ${Object.keys(CAMPAIGNS).join(', ')}`);
  process.exitCode = 2;
} else {
  const rows: Row[] = [];
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  for (const name of chosen) {
    const code = codeVersion();
    const startedAt = performance.now();
    const found = (await CAMPAIGNS[name]?.(options)) ?? [];
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    rows.push(...found);
    if (!args.includes('--record')) continue;
    // A part of it may have run the old code, a part the new.
    if (codeVersion().sources !== code.sources)
      throw new Error(`${name} is not recorded: the sources changed meanwhile`);
    recordSlice(folder, name, options, { rows: found, seconds, code });
  }
  // What a campaign broke may still hold threads.
  process.exit(printReport(rows, console.log));
}
