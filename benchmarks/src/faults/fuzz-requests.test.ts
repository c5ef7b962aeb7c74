import { ERROR_CODES } from '@minglu/api';
import { parseEntry, parseTlogProof } from '@minglu/protocol';
import { startTown, type Town } from '@minglu/town';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzzRequests } from './fuzz-requests.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town?.close());

test('2,000 mutated requests are answered with a code or an honest answer, and change nothing', async () => {
  const filed = await town.citizen('wang').applyFor({
    service: 'individual-business',
    tradeName: '明州市东城区试炼书屋',
    scope: ['5243'],
    region: '110101',
    operator: '王秀英',
  });
  const { extra } = parseTlogProof(filed.submitted.receipt);
  const entry = parseEntry(extra ?? new Uint8Array());
  const sidecar = (await town.node.sidecar(filed.id))?.text ?? '';
  const transaction = entry.type === 'transaction' ? entry.jws : '';
  const paths = [
    '/api/licences?q=面馆&region=11',
    `/api/licences/${filed.licence}/proof`,
    `/api/state?key=licence/${filed.licence}`,
    `/api/transactions/${filed.id}`,
    `/api/cases/${filed.id}/events`,
    '/api/consistency?from=1&to=5',
    '/api/checkpoints?limit=3',
    '/tile/0/000.p/5',
    '/tile/entries/000.p/5',
    '/api/docs/static/index.html',
    '/healthz',
  ];
  const before = town.node.status();
  const report = await fuzzRequests({
    url: town.url,
    seeds: { submissions: [{ transaction, sidecar }], paths },
    seed: 20261123,
    count: 2_000,
    codes: new Set(ERROR_CODES),
  });
  expect(report.defects).toEqual([]);
  expect(report.accepted).toBeGreaterThan(20);
  expect(Object.keys(report.byCode).length).toBeGreaterThan(20);
  // Replays of the one genuine transaction are accepted and get its first receipt; nothing else may have taken effect.
  expect(town.node.status().size).toBe(before.size);
}, 120_000);
