import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLine } from '@minglu/audit';
import { expect, test } from 'vitest';
import { startApi } from '../server.ts';
import { accepted } from '../testing/accepted.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import { CHAIN, makeCase, seeded } from '../testing/test-chain.ts';

test('a deed whose line a crash took has one again after the next start, and no deed has two', async () => {
  const auditDirectory = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
  const api = await startTestApi({ auditDirectory });
  const one = await makeCase('with a line', { manual: true });
  await fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transaction: one.jws, sidecar: one.sidecar }),
  });
  const file = join(auditDirectory, '000000000000.jsonl');
  const deeds = () =>
    readdirSync(auditDirectory).length === 0
      ? []
      : readFileSync(file, 'utf8')
          .split('\n')
          .slice(0, -1)
          .map(parseLine)
          .filter(({ kind }) => kind === 'deed');
  await expect.poll(() => deeds().length).toBe(1);
  // As if the process had died between the ledger's answer and the line.
  const two = await makeCase('without', { manual: true });
  await accepted(api.node, two.jws, two.sidecar);
  const directory = mkdtempSync(join(tmpdir(), 'minglu-again-'));
  cpSync(auditDirectory, join(directory, 'audit'), { recursive: true });
  const again = async () => {
    const other = await startApi({
      ...{ node: api.node, chain: CHAIN, city: { name: '城东', demo: true }, host: '127.0.0.1', port: 0, trust: '{}' },
      ...{ dataDirectory: join(directory, 'read-model'), vaultDirectory: join(directory, 'vault') },
      ...{
        auditDirectory: join(directory, 'audit'),
        accountsDirectory: join(directory, 'accounts'),
        nowMs: () => api.clock.nowMs,
        logSink: { write: () => undefined },
      },
      random: (bytes) => seeded('again', bytes),
    });
    await other.close();
    const text = readFileSync(join(directory, 'audit', '000000000000.jsonl'), 'utf8');
    return text
      .split('\n')
      .slice(0, -1)
      .map(parseLine)
      .filter(({ kind }) => kind === 'deed');
  };
  const expected = [
    { case: one.id },
    { case: two.id, action: 'cases.submit', actor: { kid: two.holder.publicKey.kid } },
  ];
  const first = await again();
  expect(first).toMatchObject(expected);
  expect(await again()).toEqual(first);
  await api.close();
  for (const folder of [auditDirectory, directory]) rmSync(folder, { recursive: true });
});
