import { verifyRegisterExport } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, makeCase, registrar } from '../../testing/test-chain.ts';
import { testTrust } from '../../testing/test-trust.ts';

const PLANTED = '赵钱孙李周吴郑';
let api: TestApi;
const numbers: string[] = [];
beforeAll(async () => {
  api = await startTestApi();
  for (let at = 0; at < 70; at += 1) {
    const made = await makeCase(`${PLANTED}${at}`, {
      region: at % 10 === 3 ? '990201' : '990101',
      tradeName: at === 5 ? '=cmd|calc' : `城东第${at}面馆`,
    });
    const { outcome } = await api.node.submit(made.jws, made.sidecar);
    numbers.push('events' in outcome ? String(outcome.events.at(-1)?.[1].number) : '');
  }
  await api.node.submit(await deedBy(registrar, 'licences.close', { number: numbers[1] ?? '', reason: 'HOLDER' }));
}, 60_000);
afterAll(() => api.close());

const fetchText = async (query: string) => (await fetch(`${api.url}/api/register/export?${query}`)).text();
const linesOf = async (query = '') => (await fetchText(`format=jsonl${query}`)).split('\n');
const verify = (lines: string[]) => verifyRegisterExport(lines, { trust: testTrust });

describe('the export with proofs', () => {
  test('is every licence once, counted by the counter in the state, whatever was asked for', async () => {
    expect(await verify(await linesOf())).toMatchObject({ issued: 70, rows: 70, matching: 70 });
    expect(await verify(await linesOf('&region=9902'))).toMatchObject({ rows: 70, matching: 7 });
    expect(await verify(await linesOf('&service=another'))).toMatchObject({ rows: 70, matching: 0 });
    const month = new Date(api.clock.nowMs + 8 * 3_600_000).toISOString().slice(0, 7);
    expect(await verify(await linesOf(`&month=${month}`))).toMatchObject({ matching: 70 });
    expect(await verify(await linesOf('&month=2031-01'))).toMatchObject({ rows: 1, matching: 0 });
    expect(await verify(await linesOf('&month=2001-01'))).toMatchObject({ rows: 1, matching: 0 });
  });

  test.each<[string, (lines: string[]) => string[], string]>([
    ['a row left out in the middle', (lines) => lines.filter((_, at) => at !== 9), 'export-row-missing'],
    ['the first row left out', (lines) => lines.filter((_, at) => at !== 1), 'export-row-missing'],
    ['the last row left out', (lines) => lines.slice(0, -2), 'export-row-missing'],
    ['a row there twice', (lines) => lines.toSpliced(9, 0, lines[8] ?? ''), 'export-row-unexpected'],
    [
      'a number nobody issued',
      (lines) => [...lines, (lines[1] ?? '').replace(/"number":".{18}"/, '"number":"929901010000000000"')],
      'export-row-unexpected',
    ],
    ['a shop renamed', (lines) => lines.map((line) => line.replace('城东', '城西')), 'export-row-state'],
    ['a closed shop made valid', (lines) => lines.map((line) => line.replace('closed', 'valid')), 'export-row-state'],
    [
      'one fewer counted',
      (lines) => lines.map((line) => line.replace('{\\"next\\":70}', '{\\"next\\":69}')),
      'export-counter',
    ],
    ['a line that is no row', (lines) => [...lines, '{}'], 'export-malformed'],
    ['nothing at all', () => [], 'export-malformed'],
  ])('%s is noticed and named', async (_what, change, code) => {
    await expect(verify(change(await linesOf()))).rejects.toMatchObject({ code });
  });

  test('a month that another one is given out for is noticed at its edge', async () => {
    const lines = await linesOf('&month=2031-01');
    const forged = [(lines[0] ?? '').replace('2031-01', '2001-01'), ...lines.slice(1)];
    await expect(verify(forged)).rejects.toMatchObject({ code: 'export-row-missing' });
  });
});

describe('the table', () => {
  test('opens in a spreadsheet, has the rows asked for, and runs no formula', async () => {
    const text = await fetchText('format=csv');
    expect(text.startsWith('\u{feff}')).toBe(false);
    const bytes = new Uint8Array(await (await fetch(`${api.url}/api/register/export?format=csv`)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.trimEnd().split('\r\n')).toHaveLength(71);
    expect(text).toContain(`"'=cmd|calc"`);
    expect((await fetchText('format=csv&region=990201')).trimEnd().split('\r\n')).toHaveLength(8);
  });
});

test('neither file holds the name of a person or anything sealed: what a row says is a closed list', async () => {
  for (const format of ['csv', 'jsonl']) {
    const text = await fetchText(`format=${format}`);
    expect(text).not.toContain(PLANTED);
    expect(text).not.toContain('aGVhZA');
  }
  const rows = (await linesOf()).slice(1, -1).map((line) => JSON.parse(line) as { value: string });
  const said = new Set(rows.flatMap(({ value }) => Object.keys(JSON.parse(value) as object)));
  const known = 'kind organ organName service case tradeName scope region operator status since issuedAt';
  expect([...said].sort()).toEqual(known.split(' ').sort());
});

test('what is asked for in another shape is refused', async () => {
  for (const bad of ['', 'format=xlsx', 'format=csv&region=1', 'format=csv&month=2026-13', 'format=csv&name=x'])
    expect((await fetch(`${api.url}/api/register/export?${bad}`)).status).toBe(400);
});
