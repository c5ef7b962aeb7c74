import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf, queriesOf } from '../testing/memory-model.ts';
import { type ExpectedLicence, type History, history } from '../testing/random-history.ts';
import { type LicenceSearch, searchLicences } from './search-licences.ts';

type Search = Omit<LicenceSearch, 'limit'>;

/** Runs `look` for random registers; everything is asked of the real tables. */
const forRegisters = async (
  look: (search: (input: LicenceSearch) => ReturnType<typeof searchLicences>, made: History) => Promise<void>,
  numRuns = 40,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(history(), async (made) => {
      const database = modelOf(made.blocks);
      const queries = queriesOf(database);
      await look((input) => searchLicences(queries, input), made);
      database.close();
    }),
    { seed: 20261124, numRuns },
  );

const monthOf = ({ issuedAt }: ExpectedLicence): string => new Date(issuedAt + 8 * 3_600_000).toISOString().slice(0, 7);

const SEARCHES: readonly Search[] = [
  {},
  { text: '面馆' },
  { region: '11' },
  { region: '110105' },
  { month: '2026-11' },
  { text: '老王', region: '33', month: '2026-12' },
];

test('the pages of a search, put together, are the search: nothing twice, nothing left out, newest first', async () => {
  await forRegisters(async (search) => {
    for (const input of SEARCHES) {
      const whole = (await search({ ...input, limit: 1_000 })).licences;
      expect(whole.map(({ row }) => row)).toEqual(whole.map(({ row }) => row).sort((a, b) => b - a));
      for (const limit of [1, 2, 5]) {
        const found: unknown[] = [];
        let after: number | undefined;
        do {
          const page = await search({ ...input, limit, ...(after === undefined ? {} : { after }) });
          expect(page.licences.length).toBeLessThanOrEqual(limit);
          // A page that is promised has something on it.
          if (after !== undefined) expect(page.licences.length).toBeGreaterThan(0);
          found.push(...page.licences);
          expect(found.length).toBeLessThanOrEqual(whole.length);
          after = page.next;
        } while (after !== undefined);
        expect(found).toEqual(whole);
      }
    }
  }, 15);
});

test('a region is its own licences and those of every region below it', async () => {
  await forRegisters(async (search, { licences }) => {
    for (const region of ['11', '1101', '110101', '110105', '31', '33', '99', '3302']) {
      const found = (await search({ region, limit: 1_000 })).licences.map(({ number }) => number);
      const expected = licences.filter((licence) => licence.region.startsWith(region)).map(({ number }) => number);
      expect(found).toEqual(expected.reverse());
    }
  });
});

test('a month is the licences issued in it, by China’s clock, also when none was issued in the next one', async () => {
  await forRegisters(async (search, { licences }) => {
    const months = [...new Set(licences.map(monthOf)), '2026-10', '2031-01'];
    for (const month of months) {
      const found = (await search({ month, limit: 1_000 })).licences.map(({ number }) => number);
      const expected = licences.filter((licence) => monthOf(licence) === month).map(({ number }) => number);
      expect(found).toEqual(expected.reverse());
    }
  });
});

test('every part of a name finds it, in either case, and so does its number', async () => {
  await forRegisters(async (search, { licences }) => {
    for (const { number, tradeName } of licences) {
      // Neighbouring Chinese characters, and whole words of other scripts.
      const parts = tradeName.match(/\p{Script=Han}{2}/gu) ?? [];
      const words = tradeName.match(/[A-Za-z\u19b0]+/g) ?? [];
      for (const text of [tradeName, ...parts, ...words.map((word) => word.toUpperCase())]) {
        const { licences: found } = await search({ text, limit: 1_000 });
        expect(found.map((licence) => licence.number)).toContain(number);
      }
      expect(await search({ text: ` ${number.toLowerCase()} `, limit: 5 })).toMatchObject({ licences: [{ number }] });
    }
  }, 15);
});

test('a name that was changed is found by the new one only', async () => {
  await forRegisters(async (search, { licences }) => {
    const { licences: found } = await search({ text: '老王书店', limit: 1_000 });
    const expected = licences.filter(({ tradeName }) => tradeName === '老王书店');
    expect(found.map(({ row }) => row)).toEqual(expected.map(({ row }) => row).reverse());
  });
});

test('no search whatever is an error: neither quotes, operators nor letters that SQLite has never heard of', async () => {
  const database = modelOf([]);
  const queries = queriesOf(database);
  const ask = (text: string) => searchLicences(queries, { text, limit: 1 });
  const hostile = [
    '"',
    'a" OR "b',
    'NEAR(a b)',
    'tokens : x',
    '*',
    'a*',
    '(',
    '^a',
    'a AND',
    '-',
    '\0',
    'row',
    "'; drop",
  ];
  for (const text of [...hostile, 'a\u19b0b', '\u1cf2x\u1cf3', 'a\u{1e900}b', 'a\u{10d40}b', '𠮷'])
    expect(await ask(text)).toEqual({ licences: [], next: undefined });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
      expect(await ask(text)).toEqual({ licences: [], next: undefined });
    }),
    { seed: 9, numRuns: 300 },
  );
  // Stretches with letters that changed their kind since SQLite's tables were made.
  for (const from of [0x19a0, 0x1ce0])
    for (let point = from; point < from + 0x30; point++) await ask(`a${String.fromCodePoint(point)}b`);
  database.close();
});
