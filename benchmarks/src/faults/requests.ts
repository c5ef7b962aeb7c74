import { join } from 'node:path';
import { ERROR_CODES } from '@minglu/api';
import { parseCheckpoint } from '@minglu/protocol';
import { type Campaign, count, IN_ALL, withGround, zero } from './campaign.ts';
import { fuzzRequests } from './fuzz-requests.ts';
import { openVictimPlatform } from './open-victim-platform.ts';
import { readSubmissions } from './read-submissions.ts';

const REQUESTS = 100_000;
const FILED = 20;

/** Mutated requests against the shipped API over the shipped node: a code or an honest answer, and nothing changes. */
export const requests: Campaign = ({ seed, slice, slices, share }) =>
  withGround(FILED, async ({ directory, path }) => {
    const logged: string[] = [];
    const platform = await openVictimPlatform(join(directory, 'platform'), (line) => logged.push(line));
    const { node, url } = platform;
    const submissions = readSubmissions(path);
    for (const { jws, sidecar } of submissions) await node.submit(jws, sidecar);
    const before = parseCheckpoint(node.checkpoint());
    const report = await fuzzRequests({
      url,
      seeds: {
        submissions: submissions.map(({ jws, sidecar }) => ({ transaction: jws, sidecar })),
        paths: pathsOf(submissions[0]?.id ?? ''),
      },
      seed: seed * 1_000 + slice,
      count: Math.max(1, Math.round((REQUESTS * share) / slices)),
      codes: new Set(ERROR_CODES),
    });
    const after = parseCheckpoint(node.checkpoint());
    await platform.close();
    const text = logged.join('');
    const personal = submissions.filter(({ jws, sidecar }) => text.includes(bodyOf(jws)) || text.includes(sidecar));
    return [
      count('requests sent', report.sent),
      count('requests: answered as if unharmed', report.accepted),
      count('requests: refused with a code', report.refused),
      count('requests: different codes', Object.keys(report.byCode).length, IN_ALL),
      zero('requests: 5xx, uncoded or unanswered', report.defects.length, report.defects.slice(0, 5).join('; ')),
      zero('requests: records that came of them', after.size - before.size),
      count('requests: characters logged', text.length),
      zero('requests: what a citizen sent, logged', personal.length + occurrences(text, '张三')),
    ];
  });

function pathsOf(id: string): string[] {
  return [
    '/api/licences?q=%E5%B0%8F%E5%90%83&region=33',
    '/api/state?key=protocol',
    `/api/transactions/${id}`,
    `/api/cases/${id}/events`,
    '/api/consistency?from=1&to=5',
    '/api/checkpoints?limit=3',
    '/api/counts',
    '/tile/0/000.p/5',
    '/tile/entries/000.p/5',
    '/checkpoint',
    '/healthz',
  ];
}

const bodyOf = (jws: string): string => jws.split('.')[1] ?? jws;

const occurrences = (text: string, word: string): number => text.split(word).length - 1;
