import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { StreamReport } from '@minglu/audit';
import { type Arguments, readArguments, UsageError } from '../arguments.ts';
import { checkTrail } from '../audit/check-trail.ts';
import type { Command } from '../command.ts';
import type { Power } from '../power.ts';
import { verify } from './verify.ts';

export const audit: Command = {
  name: 'audit',
  usage: 'minglu audit check DIR | FILE [--trust TRUST-FILE] [--json]',
  summary:
    '把每一条审计流与账本里的全部锚点核对；或离线核对一个审计导出 holds every audit stream against its anchors, or an export against the log, offline',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'], options: ['trust'] });
    const [verb, path] = args.words;
    if (verb !== 'check' || path === undefined) throw new UsageError(audit.usage);
    const isFile = (await stat(path).catch(() => undefined))?.isFile() === true;
    // A file says itself what it is, and is checked as any other piece of evidence.
    return isFile ? await verify.run(power, argv.slice(1)) : await checkFolder(power, resolve(path), args);
  },
};

async function checkFolder(power: Power, directory: string, args: Arguments): Promise<number> {
  const reports = await checkTrail(directory);
  const isWhole = reports.every(({ findings }) => findings.length === 0);
  if (args.has('json')) {
    power.print(JSON.stringify({ ok: isWhole, streams: reports }));
    return isWhole ? 0 : 1;
  }
  for (const report of reports) for (const line of wordsOf(report)) power.print(line);
  power.print(isWhole ? '完好 whole' : '审计流与账本不符 the trail is NOT what the ledger says');
  return isWhole ? 0 : 1;
}

function wordsOf({ stream, lines, anchors, findings, tornBytes }: StreamReport): string[] {
  const words = [`${stream}：行 lines ${lines}，锚点 anchors ${anchors}`];
  if (tornBytes > 0)
    words.push(`· 断电留下的半行，下次启动截去 torn by a power cut, cut off at the next start: ${tornBytes}`);
  for (const { code, file, seq, facts } of findings) {
    const place = { ...(file === undefined ? {} : { file }), ...(seq === undefined ? {} : { seq }), ...facts };
    words.push(`✗ ${code} ${JSON.stringify(place)}`);
  }
  return words;
}
