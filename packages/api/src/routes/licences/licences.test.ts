import { verifyLicenceProof, verifyReceipt } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, makeCase, registrar, type TestCase } from '../../testing/test-chain.ts';
import { testTrust } from '../../testing/test-trust.ts';

const SEEDS = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
const NOBODY = '0'.repeat(18);

let api: TestApi;
let first: TestCase;
let numbers: string[];
beforeAll(async () => {
  api = await startTestApi();
  numbers = [];
  for (const seed of SEEDS) {
    const made = await makeCase(seed, { region: seed === '丙' ? '310101' : '110105' });
    const { outcome } = await api.node.submit(made.jws, made.sidecar);
    numbers.push('events' in outcome ? String(outcome.events.at(-1)?.[1].number) : '');
    first ??= made;
  }
});
afterAll(() => api.close());

const get = (path: string) => fetch(`${api.url}${path}`);
const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;

test('the pages of the register hold every licence once, newest first, and the last page promises no other', async () => {
  const height = api.node.status().height;
  const found: string[] = [];
  let after = '';
  for (let page = 0; page < 4; page++) {
    const answer = await json(`/api/licences?limit=2&fromHeight=${height}${after}`);
    found.push(...(answer.licences as { number: string }[]).map(({ number }) => number));
    expect(answer.height).toBe(height);
    expect(answer.next === undefined).toBe(page === 3);
    after = `&after=${answer.next}`;
  }
  expect(found).toEqual(numbers.toReversed());
});

test('a page has twenty licences unless asked otherwise, and never more than a hundred', async () => {
  expect(((await json('/api/licences')).licences as unknown[]).length).toBe(SEEDS.length);
  expect((await get('/api/licences?limit=100')).status).toBe(200);
  expect((await get('/api/licences?limit=101')).status).toBe(400);
});

test('a row of the register says nothing of a person', async () => {
  const { licences } = await json('/api/licences?limit=1');
  expect(Object.keys((licences as object[])[0] ?? {}).sort()).toEqual(
    ['issuedAt', 'kind', 'number', 'organ', 'region', 'status', 'tradeName'].sort(),
  );
});

test('a licence proof is a file that a stranger verifies, for a number that is held and for one that is not', async () => {
  const answer = await get(`/api/licences/${numbers[0]}/proof`);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${numbers[0]}.licence-proof.json"`);
  const held = await verifyLicenceProof(await answer.text(), { trust: testTrust });
  expect(held).toMatchObject({ number: numbers[0], licence: { status: 'valid', tradeName: '城东甲面馆' } });
  const absent = await verifyLicenceProof(await (await get(`/api/licences/${NOBODY}/proof`)).text(), {
    trust: testTrust,
  });
  expect([absent.number, absent.value]).toEqual([NOBODY, null]);
});

test('a licence that is closed is closed in the record, in the register and in its proof', async () => {
  const number = numbers[1] ?? '';
  const { height } = await api.node.submit(await deedBy(registrar, 'licences.close', { number, reason: 'HOLDER' }));
  expect(await json(`/api/licences/${number}`)).toMatchObject({ height, licence: { status: 'closed' } });
  expect(await json(`/api/licences?q=${number}&fromHeight=${height}`)).toMatchObject({
    licences: [{ status: 'closed' }],
  });
  const proof = await (await get(`/api/licences/${number}/proof`)).text();
  expect((await verifyLicenceProof(proof, { trust: testTrust })).licence?.status).toBe('closed');
});

test('a number that nobody holds is not found, and one that is no number is refused', async () => {
  expect(await json(`/api/licences/${NOBODY}`)).toMatchObject({ code: 'licence-not-found', facts: {} });
  for (const bad of ['1', `${NOBODY}0`, NOBODY.toLowerCase().replace('0', 'a'), '%E5%BC%A0'.repeat(18)])
    expect((await get(`/api/licences/${bad}`)).status).toBe(400);
});

test('a reader of a block that is not there hears to come back, and of no row', async () => {
  const answer = await get(`/api/licences?fromHeight=${api.node.status().height + 1}`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await answer.json()).toMatchObject({ code: 'read-model-behind', facts: {} });
});

test('the counts are by region, month and service, and may be asked for one service', async () => {
  const rows = [
    { region: '110105', month: '2026-11', service: 'individual-business', submitted: 6, granted: 6, issued: 6 },
    { region: '310101', month: '2026-11', service: 'individual-business', submitted: 1, granted: 1, issued: 1 },
  ];
  expect((await json('/api/counts')).counts).toEqual(rows);
  expect((await json('/api/counts?service=individual-business')).counts).toEqual(rows);
  expect((await json('/api/counts?service=another')).counts).toEqual([]);
  expect((await get(`/api/counts?service=${'a'.repeat(81)}`)).status).toBe(400);
});

test('a receipt asked for later verifies to the same entry, and a refusal on the record has one too', async () => {
  const answer = await json(`/api/transactions/${first.id}`);
  const receipt = await verifyReceipt(String(answer.receipt), { trust: testTrust });
  expect(receipt).toMatchObject({ index: answer.index, transactionSignature: 'checked' });
  expect(receipt.transaction.jws).toBe(first.jws);

  // Two closings of one licence on their way at once: both enter a block, and one is refused there.
  const number = numbers[2] ?? '';
  const deeds = await Promise.all(
    ['FIRST', 'SECOND'].map((reason) => deedBy(registrar, 'licences.close', { number, reason })),
  );
  const results = await Promise.all(deeds.map((jws) => api.node.submit(jws)));
  const refused = results.find(({ outcome }) => 'refused' in outcome);
  expect(refused).toBeDefined();
  const found = await json(`/api/transactions/${refused?.id}`);
  expect(found.outcome).toMatchObject({ refused: 'licence-final' });
  const kept = await verifyReceipt(String(found.receipt), { trust: testTrust });
  expect(kept.entry.outcome).toEqual(found.outcome);
});
