import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterFilter } from './register-export.ts';
import { flippedText, proofOf, trust } from './testing/sample-evidence.ts';
import { blockLine, exportOf, headerLine, numberOf, rowLine, sampleRegister } from './testing/sample-register.ts';
import { verifyRegisterExport } from './verify-register-export.ts';

const register = await sampleRegister();
const whole = await exportOf(register);
const november = { filter: { month: '2026-11' }, serials: [1, 2, 3, 4] };
const ofNovember = await exportOf(register, november.filter, november.serials);
const verify = (lines: Iterable<string> | AsyncIterable<string>) => verifyRegisterExport(lines, { trust });
const refused = (lines: Iterable<string>, code: string, facts: object = {}) =>
  expect(verify(lines)).rejects.toMatchObject({ name: 'ProtocolError', code, facts });

/** What an export of some licences, asked for by something, adds up to. */
async function counted(filter: RegisterFilter, serials?: readonly number[]) {
  const { rows, matching } = await verify(await exportOf(register, filter, serials));
  return [rows, matching];
}

describe('an export nobody touched', () => {
  it('holds: every licence there is, once, under a checkpoint that witnesses saw', async () => {
    const verified = await verify(whole);
    expect(verified).toMatchObject({ filter: {}, issued: 6, rows: 6, matching: 6, block: { height: 0 } });
    expect(verified.place).toMatchObject({ index: 1, policy: { seen: 2, threshold: 2 }, policyMet: true });
  });

  it('is read line by line as it comes, and its empty last line is passed over', async () => {
    async function* arriving() {
      for (const line of [...whole, '']) yield await Promise.resolve(line);
    }
    expect(await verify(arriving())).toMatchObject({ rows: 6 });
  });

  it('by region or service has every row, and says how many are the ones asked for', async () => {
    expect(await counted({ region: '330108' })).toEqual([6, 3]);
    expect(await counted({ region: '3301' })).toEqual([6, 6]);
    expect(await counted({ service: 'another' })).toEqual([6, 0]);
  });

  it('by month has one row on either side, or the end of the register', async () => {
    expect(await counted({ month: '2026-10' }, [0, 1, 2])).toEqual([3, 2]);
    expect(await counted(november.filter, november.serials)).toEqual([4, 2]);
    expect(await counted({ month: '2026-12' }, [3, 4, 5])).toEqual([3, 2]);
    expect(await counted({ month: '2001-01' }, [0])).toEqual([1, 0]);
    expect(await counted({ month: '2031-01' }, [5])).toEqual([1, 0]);
    expect(await counted({ month: '2026-11', region: '330106' }, november.serials)).toEqual([4, 1]);
  });

  it('counts a licence with a number of its own form at the place that its record says', async () => {
    for (const own of [0, 3, 5]) {
      const mixed = await sampleRegister(undefined, own);
      expect(await verify(await exportOf(mixed))).toMatchObject({ issued: 6, rows: 6 });
      const without = [0, 1, 2, 3, 4, 5].filter((serial) => serial !== own);
      await refused(await exportOf(mixed, {}, without), 'export-row-missing', { serial: own });
    }
    const silent = await sampleRegister(undefined, 3, {});
    await refused(await exportOf(silent), 'export-row-unexpected', { line: 5 });
  });

  it('of a register in which nothing was ever issued is its first line', async () => {
    const none = await sampleRegister('{"next":0}');
    expect(await verify([await headerLine(none)])).toMatchObject({ issued: 0, rows: 0, matching: 0 });
  });
});

describe('an export', () => {
  it('of nothing, with a line that is no row, or with a row that says more is refused: export-malformed', async () => {
    await refused([], 'export-malformed', { line: 1 });
    await refused(['', ''], 'export-malformed', { line: 1 });
    await refused(['{}'], 'export-malformed', { line: 1 });
    await refused([...whole, '{}'], 'export-malformed', { line: 9 });
    await refused([...whole, 'row'], 'export-malformed', { line: 9 });
    const more = rowLine(register, 0).replace(/}$/, ',"note":1}');
    await refused([whole[0] ?? '', more], 'export-malformed', { line: 2 });
  });

  it('that counts one licence fewer, or none, is refused: export-counter', async () => {
    const [header = '', ...rows] = whole;
    await refused([header.replace('{\\"next\\":6}', '{\\"next\\":5}'), ...rows.slice(0, -1)], 'export-counter');
    await refused([header.replace('"{\\"next\\":6}"', 'null')], 'export-counter');
  });

  it('whose counter, true as it is, counts nothing is refused: export-counter', async () => {
    await refused([await headerLine(await sampleRegister('{"next":"6"}'))], 'export-counter');
  });

  it('with a row left out is refused, and the row is named: export-row-missing', async () => {
    await refused(whole.toSpliced(3, 1), 'export-row-missing', { serial: 2 });
    await refused(whole.toSpliced(1, 1), 'export-row-missing', { serial: 0 });
    await refused(whole.slice(0, -1), 'export-row-missing', { serial: 5 });
    await refused(whole.slice(0, 1), 'export-row-missing', { serial: 0 });
  });

  it('of a month without the row on either side is refused: export-row-missing', async () => {
    const { filter } = november;
    await refused(await exportOf(register, filter, [2, 3, 4]), 'export-row-missing', { serial: 1 });
    await refused(await exportOf(register, filter, [1, 2, 3]), 'export-row-missing', { serial: 4 });
    await refused(await exportOf(register, { month: '2026-10' }, [1, 2]), 'export-row-missing', { serial: 0 });
    await refused(await exportOf(register, { month: '2001-01' }, []), 'export-row-missing', { serial: 0 });
  });

  it('with a row twice, or a number nobody issued, is refused: export-row-unexpected', async () => {
    await refused(whole.toSpliced(3, 0, whole[2] ?? ''), 'export-row-unexpected', { line: 4 });
    const invented = rowLine(register, 5, 1).replace(numberOf(5), numberOf(6));
    await refused([...whole, invented], 'export-row-unexpected', { line: 9 });
    const foreign = rowLine(register, 5, 1).replace(numberOf(5), '929901010000000000');
    await refused([...whole, foreign], 'export-row-unexpected', { line: 9 });
  });

  it('with a shop renamed, or moved to another region by its number, is refused: export-row-state', async () => {
    const renamed = whole.map((line, at) => (at === 2 ? line.replace('西湖区', '上城区') : line));
    await refused(renamed, 'export-row-state', { line: 3, number: numberOf(1) });
    const moved = numberOf(1).replace('330106', '330108');
    const other = whole.map((line, at) => (at === 2 ? line.replace(numberOf(1), moved) : line));
    await refused(other, 'export-row-state', { line: 3, number: moved });
  });

  it('that shows a licence as it no longer was when the count was taken is refused: export-older', async () => {
    const now = await headerLine(register, { height: 1 });
    const rows = [0, 1, 2, 3, 4].map((serial) => rowLine(register, serial, 1));
    expect(await verify([now, ...rows, rowLine(register, 5, 1)])).toMatchObject({ rows: 6 });
    await refused([now, ...rows, await blockLine(register, 0), rowLine(register, 5)], 'export-older', { line: 7 });
  });

  it('that leads to an entry that is no block is refused', async () => {
    await refused([await headerLine(register, { index: 0 })], 'receipt-entry-type');
    await refused([...whole, JSON.stringify({ block: await proofOf(register, 0) })], 'receipt-entry-type');
  });

  it('is as good as the root of it that the fewest witnesses saw', async () => {
    const seen = await blockLine(register, 1);
    const unseen = JSON.stringify({ block: await proofOf(register, 2, 0) });
    expect((await verify(whole)).place).toMatchObject({ policyMet: true });
    const worse = await verify(whole.map((line) => (line === seen ? unseen : line)));
    expect(worse.place).toMatchObject({ policyMet: false, policy: { seen: 0 } });
  });

  it('of another log is refused', async () => {
    const elsewhere = { ...trust, origin: 'minglu.example/elsewhere' };
    await expect(verifyRegisterExport(whole, { trust: elsewhere })).rejects.toMatchObject({ name: 'ProtocolError' });
  });
});

describe('the law of an export', () => {
  const exports = [
    { lines: whole, rows: [1, 2, 3, 4, 6, 7] },
    { lines: ofNovember, rows: [1, 2, 3, 5] },
  ];
  const touched = fc.constantFrom(...exports).chain(({ lines, rows }) => {
    const row = fc.constantFrom(...rows);
    return fc.oneof(
      row.map((at) => lines.toSpliced(at, 1)),
      fc
        .tuple(row, fc.integer({ min: 1, max: lines.length }))
        .map(([at, to]) => lines.toSpliced(to, 0, lines[at] as string)),
      fc
        .tuple(row, row)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => lines.with(one, lines[other] as string).with(other, lines[one] as string)),
      fc
        .tuple(row, fc.nat())
        .map(([at, place]) => lines.with(at, flippedText(lines[at] as string, place % (lines[at] as string).length))),
    );
  });

  it('is that one with any row left out, doubled, swapped or changed in one character is refused', async () => {
    for (const { lines } of exports) expect(await verify(lines)).toMatchObject({ issued: 6 });
    await fc.assert(
      fc.asyncProperty(touched, async (lines) => {
        await expect(verify(lines)).rejects.toMatchObject({ name: 'ProtocolError' });
      }),
      { seed: 20_261_101, numRuns: 150 },
    );
  });
});
