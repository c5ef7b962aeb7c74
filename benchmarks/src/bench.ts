import { mkdirSync, writeFileSync } from 'node:fs';
import { access } from './cases/access.ts';
import { evidence } from './cases/evidence.ts';
import { fsck } from './cases/fsck.ts';
import { outside } from './cases/outside.ts';
import { portal } from './cases/portal.ts';
import { reads } from './cases/reads.ts';
import { sandbox } from './cases/sandbox.ts';
import { scale } from './cases/scale.ts';
import { submit } from './cases/submit.ts';
import { timing } from './cases/timing.ts';
import { trail } from './cases/trail.ts';
import { witnesses } from './cases/witnesses.ts';
import { codeVersion } from './report/code-version.ts';
import { describeMachine } from './report/machine.ts';
import { printReport } from './report/print-report.ts';
import type { Row } from './report/row.ts';

const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const record = args.includes('--record');
const CASES: Readonly<Record<string, () => Promise<Row[]>>> = {
  submit,
  reads,
  witnesses,
  evidence,
  fsck,
  sandbox,
  portal,
  access,
  trail,
  timing,
  outside: () => outside({ fsck: option('fsck'), litewitness: option('litewitness') }),
  scale: () => scale(Number(option('records') ?? 1_000_000)),
};
const names = args.filter((arg) => !arg.startsWith('--'));
const chosen = names.length === 0 ? Object.keys(CASES) : names;
const unknown = chosen.filter((name) => CASES[name] === undefined);

if (args.includes('--help')) {
  console.log(`npm run bench -- [case …] [--record]
cases, all when none is named (over half an hour): ${Object.keys(CASES).join(', ')}`);
} else if (unknown.length > 0) {
  console.error(`no case ${unknown.join(', ')}; one of: ${Object.keys(CASES).join(', ')}`);
  process.exitCode = 2;
} else {
  const machine = describeMachine();
  const { commit, sources } = codeVersion();
  const given = args.filter((arg) => arg.startsWith('--records=')).map((arg) => ` ${arg}`);
  const rows: Row[] = [];
  for (const name of chosen) {
    const found = (await CASES[name]?.()) ?? [];
    rows.push(...found);
    if (!record) continue;
    const folder = new URL('../results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync(
      new URL(`${name}.json`, folder),
      `${JSON.stringify({ day, command: `npm run bench -- ${name}${given.join('')}`, commit, sources, machine, rows: found }, null, 2)}\n`,
    );
  }
  process.exitCode = printReport(rows, console.log);
}
