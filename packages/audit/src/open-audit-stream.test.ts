import { leafHash, memoryTree, utf8Encode } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditLine } from './audit-line.ts';
import { openAuditStream } from './open-audit-stream.ts';
import { CutFiles, type CutMode } from './testing/cut-files.ts';
import { entries, entry } from './testing/entries.ts';

const DIRECTORY = 'node/audit/api';
const open = (files: CutFiles, segmentLines = 8) =>
  openAuditStream({ directory: DIRECTORY, stream: 'api', files, segmentLines });

const filled = async (count: number): Promise<CutFiles> => {
  const files = new CutFiles();
  const stream = await open(files);
  for (let place = 0; place < count; place++) await stream.append(entry({ at: place }));
  await stream.close();
  return files;
};

const textsIn = (files: CutFiles): string[] =>
  files
    .paths()
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) =>
      Buffer.from(files.readFileNow(path) ?? [])
        .toString()
        .split('\n')
        .slice(0, -1),
    );

test('what is appended comes back in order, across files and a restart, each line chained to the one before', async () => {
  const files = await filled(20);
  const stream = await open(files);
  const line = await stream.append(entry({ at: 20 }));
  expect(line).toMatchObject({ seq: 20, via: 'api' });
  const { lines, next } = await stream.read({ limit: 100 });
  expect(lines.map(({ seq, at }) => [seq, at])).toEqual(Array.from({ length: 21 }, (_, place) => [place, place]));
  expect(next).toBeUndefined();
  expect(files.paths().filter((path) => path.endsWith('.jsonl'))).toHaveLength(3);
  expect(stream.cut).toBeUndefined();
});

test('lines of one turn share one sync', async () => {
  const files = new CutFiles();
  const stream = await open(files, 1024);
  await stream.append(entry());
  const before = files.calls;
  await Promise.all(Array.from({ length: 200 }, () => stream.append(entry())));
  // One write and one sync.
  expect(files.calls - before).toBe(2);
  expect(stream.size).toBe(201);
});

test('the root of every size is the tree over the lines’ bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entries, { maxLength: 40 }), async (given) => {
      const files = new CutFiles();
      const stream = await open(files);
      await Promise.all(given.map((one) => stream.append(one)));
      const tree = memoryTree();
      for (const text of textsIn(files)) tree.append(leafHash(utf8Encode(text)));
      for (const at of [stream, await open(files)]) {
        for (let size = 0; size <= given.length; size++) {
          expect(Buffer.from(at.root(size).root)).toEqual(Buffer.from(tree.at(size).root));
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a query gives exactly the lines that fit, in pages, forward and backward', async () => {
  const query = fc.record(
    {
      kind: fc.constantFrom('deed' as const, 'read' as const, 'unmask' as const),
      action: fc.constantFrom('cases.read', 'cases.decide', 'nothing.like-it'),
      case: fc.constantFrom('c'.repeat(22), 'e'.repeat(22)),
      org: fc.constantFrom('east-market', 'north-market'),
      result: fc.constantFrom('allowed', 'access-denied'),
      from: fc.integer({ min: 0, max: 50 }),
      until: fc.integer({ min: 0, max: 50 }),
    },
    { requiredKeys: [] },
  );
  const fits = (line: AuditLine, asked: Record<string, unknown>): boolean =>
    Object.entries(asked).every(([name, value]) => {
      if (name === 'from') return line.at >= (value as number);
      if (name === 'until') return line.at < (value as number);
      if (name === 'org') return line.actor.org === value || line.organ === value;
      return (line as unknown as Record<string, unknown>)[name] === value;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.array(entries, { maxLength: 40 }),
      query,
      fc.integer({ min: 1, max: 5 }),
      async (given, asked, limit) => {
        const stream = await open(new CutFiles());
        const lines = await Promise.all(given.map((one) => stream.append(one)));
        const expected = lines.filter((line) => fits(line, asked));
        const forward: AuditLine[] = [];
        for (let after: number | undefined = -1; after !== undefined; ) {
          const page = await stream.read({ ...asked, limit, after });
          forward.push(...page.lines);
          after = page.next;
        }
        expect(forward).toEqual(expected);
        const backward: AuditLine[] = [];
        for (let before: number | undefined = Number.POSITIVE_INFINITY; before !== undefined; ) {
          const page = await stream.read({ ...asked, limit, before });
          backward.push(...page.lines);
          before = page.next;
        }
        expect(backward).toEqual(expected.toReversed());
      },
    ),
    { numRuns: 100 },
  );
});

describe('what lies on disk is not what was written', () => {
  const path = (first: number) => `${DIRECTORY}/${String(first).padStart(12, '0')}.jsonl`;
  const cases: readonly (readonly [string, (files: CutFiles) => void, string])[] = [
    [
      'a line is gone',
      (files) => files.damage(path(0), (bytes) => bytes.subarray(bytes.indexOf(10) + 1)),
      'line-out-of-sequence',
    ],
    [
      'a byte is another',
      (files) => files.damage(path(0), (bytes) => Buffer.from(bytes.toString().replace('cases.read', 'cases.reed'))),
      'line-not-chained',
    ],
    ['a byte is none', (files) => files.damage(path(8), (bytes) => bytes.fill(0xff, 60, 61)), 'line-malformed'],
    ['a file is gone', (files) => files.damage(path(8), () => undefined), 'file-missing'],
    [
      'a file is short',
      (files) => files.damage(path(8), (bytes) => bytes.subarray(0, bytes.subarray(0, -1).lastIndexOf(10) + 1)),
      'file-too-short',
    ],
    [
      'a file goes on',
      (files) => files.damage(path(8), (bytes) => Buffer.concat([bytes, Buffer.from('x\n')])),
      'line-malformed',
    ],
    [
      'the end is longer than one batch can be',
      (files) => files.damage(path(16), (bytes) => Buffer.concat([bytes, Buffer.alloc(300_000)])),
      'line-unfinished',
    ],
  ];
  test.each(cases)('%s: nothing is appended behind it', async (_title, damage, what) => {
    const files = await filled(20);
    damage(files);
    for (const seal of files.paths().filter((one) => one.endsWith('.seal'))) files.damage(seal, () => undefined);
    await expect(open(files)).rejects.toMatchObject({ code: 'audit-damaged', facts: { what } });
  });

  test('a full file that is no longer what was sealed is not shown, and a seal that was changed is not believed', async () => {
    const files = await filled(20);
    files.damage(path(0), (bytes) => Buffer.from(bytes.toString().replace('cases.read', 'cases.reed')));
    const stream = await open(files);
    await expect(stream.read({ limit: 5 })).rejects.toMatchObject({ facts: { what: 'file-changed' } });
    files.damage(`${path(0)}.seal`, (bytes) => bytes.fill(7, 50, 51));
    await expect(open(files)).rejects.toMatchObject({ facts: { what: 'line-not-chained' } });
  });

  test('seals that are gone are made again, and say the same', async () => {
    const files = await filled(20);
    const before = Buffer.from(files.readFileNow(`${path(8)}.seal`) ?? []);
    files.damage(`${path(8)}.seal`, () => undefined);
    const stream = await open(files);
    expect(Buffer.from(files.readFileNow(`${path(8)}.seal`) ?? [])).toEqual(before);
    expect((await stream.read({ limit: 100 })).lines).toHaveLength(20);
  });

  test('lines of another stream are not taken for this one’s', async () => {
    const files = await filled(3);
    const other = openAuditStream({ directory: DIRECTORY, stream: 'department:east-market', files, segmentLines: 8 });
    expect((await other).size).toBe(0);
    expect((await other).cut?.bytes).toBeGreaterThan(0);
  });
});

test('a stream that is shorter than the ledger says, or another, is not opened and not cut', async () => {
  const files = await filled(10);
  const { size, root } = (await open(files)).root();
  const openAt = (anchored: { size: number; root: Uint8Array }) =>
    openAuditStream({ directory: DIRECTORY, stream: 'api', files, segmentLines: 8, anchored });
  expect((await openAt({ size, root })).size).toBe(10);
  await expect(openAt({ size: 9, root })).rejects.toMatchObject({ facts: { what: 'not-as-anchored' } });
  files.damage(`${DIRECTORY}/000000000008.jsonl`, (bytes) => bytes.subarray(0, -3));
  const before = files.paths();
  await expect(openAt({ size, root })).rejects.toMatchObject({ facts: { what: 'shorter-than-anchored' } });
  expect(files.paths()).toEqual(before);
});

test('a torn last line is cut off, kept beside the file, and said', async () => {
  const files = await filled(10);
  const path = `${DIRECTORY}/000000000008.jsonl`;
  files.damage(path, (bytes) => Buffer.concat([bytes, Buffer.from('{"seq":10,"at":7')]));
  const stream = await open(files);
  expect(stream.cut).toEqual({
    code: 'audit-torn-tail',
    file: '000000000008.jsonl',
    bytes: 16,
    keptAs: '000000000008.jsonl.torn-10',
  });
  expect(Buffer.from(files.readFileNow(`${path}.torn-10`) ?? []).toString()).toBe('{"seq":10,"at":7');
  expect((await stream.append(entry())).seq).toBe(10);
  expect((await open(files)).cut).toBeUndefined();
});

test('a line that could not be written is refused, and the next one stands where it would have stood', async () => {
  const files = await filled(3);
  const stream = await open(files);
  await stream.append(entry());
  files.refuseAt = files.calls;
  await expect(stream.append(entry())).rejects.toMatchObject({ code: 'audit-unavailable' });
  expect(stream.isWritable).toBe(false);
  expect((await stream.append(entry())).seq).toBe(4);
  expect(stream.isWritable).toBe(true);
  expect((await open(files)).size).toBe(5);
});

test('after a sync that failed nothing is written any more', async () => {
  const files = await filled(3);
  const stream = await open(files);
  await stream.append(entry());
  files.refuseAt = files.calls + 1;
  await expect(stream.append(entry())).rejects.toMatchObject({ code: 'audit-unavailable' });
  await expect(stream.append(entry())).rejects.toMatchObject({ code: 'audit-unavailable' });
});

test('a line that says what no line may say is refused alone', async () => {
  const stream = await open(new CutFiles());
  const good = stream.append(entry());
  await expect(stream.append(entry({ object: '张三' }))).rejects.toMatchObject({ code: 'audit-line-malformed' });
  expect((await good).seq).toBe(0);
});

test('a power cut at any step loses no line that was told to be durable, and the stream opens again', async () => {
  let disks = 0;
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (const mode of ['lost', 'kept', 'torn', 'torn', 'torn'] as const satisfies CutMode[]) {
    for (let cutAt = 0; cutAt < 60; cutAt++) {
      const files = new CutFiles();
      files.cutAt = cutAt;
      let told = 0;
      await (async () => {
        const stream = await open(files, 4);
        for (let round = 0; round < 8; round++) {
          const lines = await Promise.all([stream.append(entry()), stream.append(entry({ at: round }))]);
          told = (lines.at(-1)?.seq ?? 0) + 1;
        }
      })().catch(() => undefined);
      const after = await open(files.afterCut(mode, random), 4);
      expect(after.size).toBeGreaterThanOrEqual(told);
      expect((await after.append(entry())).seq).toBe(after.size - 1);
      disks += 1;
    }
  }
  expect(disks).toBe(300);
}, 30_000);
