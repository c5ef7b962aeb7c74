import { resolve } from 'node:path';
import type { StreamReport } from '@minglu/audit';
import { readArguments, UsageError } from '../arguments.ts';
import { checkTrail } from '../audit/check-trail.ts';
import type { Command } from '../command.ts';

export const audit: Command = {
  name: 'audit',
  usage: 'minglu audit check DIR [--json]',
  summary:
    '把每一条审计流与账本里的全部锚点核对：删除、换序、停记、换回旧的 holds every audit stream against all its anchors in the ledger',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'] });
    const [verb, directory] = args.words;
    if (verb !== 'check' || directory === undefined) throw new UsageError(audit.usage);
    const reports = await checkTrail(resolve(directory));
    const isWhole = reports.every(({ findings }) => findings.length === 0);
    if (args.has('json')) {
      power.print(JSON.stringify({ ok: isWhole, streams: reports }));
      return isWhole ? 0 : 1;
    }
    for (const report of reports) for (const line of wordsOf(report)) power.print(line);
    power.print(isWhole ? '完好 whole' : '审计流与账本不符 the trail is NOT what the ledger says');
    return isWhole ? 0 : 1;
  },
};

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
