import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditStream } from '@minglu/audit';
import { base64urlEncode, publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../testing/accepted.ts';
import { askWith } from '../testing/ask-with.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { deedBy, founder, seeded } from '../testing/test-chain.ts';

const recorder = signerFromSecret('ES256', seeded('recorder'));
const { kid } = recorder.publicKey;
const auditDirectory = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ auditDirectory, recorder, protocol: 4 });
});
afterAll(async () => {
  await api.close();
  rmSync(auditDirectory, { recursive: true });
});

interface Anchor {
  readonly size: number;
  readonly root: string;
  readonly by: string;
}
const anchored = (): Anchor | undefined => {
  const text = api.node.read('audit/api').value;
  return text === undefined ? undefined : (JSON.parse(text) as Anchor);
};
const untilAnchored = async (size: number, patienceMs = 10_000): Promise<number> => {
  const from = performance.now();
  while ((anchored()?.size ?? 0) < size) {
    if (performance.now() - from > patienceMs) throw new Error('no anchor');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - from;
};
const denied = () => askWith(api, '/api/cases?view=open');

test('a key that the ledger does not know anchors nothing, leaves no refusal in the ledger, and its door says so', async () => {
  const { size } = api.node.status();
  await denied();
  await new Promise((resolve) => setTimeout(resolve, 6_500));
  expect(anchored()).toBeUndefined();
  expect(api.node.status().size).toBe(size);
  const { body } = await askWith(api, '/healthz');
  expect(body.audit).toMatchObject({ state: 'ok', size: 1, anchored: 0 });
  expect((body.audit as { waitingMs: number }).waitingMs).toBeGreaterThan(4_000);
}, 15_000);

test('a line is anchored within ten seconds, and the root is over the lines as they lie on disk', async () => {
  await accepted(
    api.node,
    await deedBy(founder, 'keys.register', { org: 'platform', jwk: publicJwk(recorder.publicKey) }),
  );
  await accepted(api.node, await deedBy(founder, 'roles.grant', { org: 'platform', kid, role: 'recorder' }));
  await denied();
  expect(await untilAnchored(2)).toBeLessThan(10_000);
  const copy = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
  for (const name of readdirSync(auditDirectory))
    writeFileSync(join(copy, name), readFileSync(join(auditDirectory, name)));
  const stream = await openAuditStream({ directory: copy, stream: 'api' });
  const { body } = await askWith(api, '/api/audit/anchors');
  expect(body.anchors).toMatchObject([{ stream: 'api', size: 2, root: anchored()?.root, by: kid }]);
  expect(anchored()).toMatchObject({ size: 2, root: base64urlEncode(stream.root(2).root), by: kid });
  rmSync(copy, { recursive: true });
}, 15_000);

test('a trail that stands still costs no block', async () => {
  const { height } = api.node.status();
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(api.node.status().height).toBe(height);
}, 10_000);
