import { expect, test } from 'vitest';
import { openAuditStream } from '../open-audit-stream.ts';
import { CutFiles } from '../testing/cut-files.ts';
import { entry } from '../testing/entries.ts';
import { checkStream } from './check-stream.ts';
import type { StreamAnchor } from './stream-finding.ts';

const DIRECTORY = 'node/audit/api';
const FIRST = `${DIRECTORY}/000000000000.jsonl`;
const SECOND = `${DIRECTORY}/000000000008.jsonl`;
const SECOND_MS = 1_000;

/** Twelve lines, one a second, anchored after the fifth and the twelfth. */
const kept = async (): Promise<{ files: CutFiles; anchors: StreamAnchor[]; copyAtFive: Buffer }> => {
  const files = new CutFiles();
  const stream = await openAuditStream({ directory: DIRECTORY, stream: 'api', files, segmentLines: 8 });
  const anchors: StreamAnchor[] = [];
  let copyAtFive = Buffer.alloc(0);
  for (let place = 1; place <= 12; place++) {
    await stream.append(entry({ at: place * SECOND_MS, object: `case/${place}` }));
    if (place === 5) copyAtFive = Buffer.from(files.readFileNow(FIRST) ?? []);
    if (place === 5 || place === 12) anchors.push({ ...stream.root(), at: place * SECOND_MS + 5_000 });
  }
  await stream.close();
  return { files, anchors, copyAtFive };
};

const check = async (files: CutFiles, anchors: readonly StreamAnchor[], until = 20_000) =>
  (await checkStream({ directory: DIRECTORY, stream: 'api', anchors, until, files, segmentLines: 8 })).findings.map(
    ({ code, seq }) => [code, seq],
  );

const linesOf = (bytes: Buffer): string[] => bytes.toString().split('\n').slice(0, -1);
const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));

test('a stream that is as it was written, and as the ledger says, has nothing against it', async () => {
  const { files, anchors } = await kept();
  const report = await checkStream({
    directory: DIRECTORY,
    stream: 'api',
    anchors,
    until: 20_000,
    files,
    segmentLines: 8,
  });
  expect(report).toEqual({ stream: 'api', lines: 12, anchors: 2, findings: [], tornBytes: 0 });
});

test('a line that was taken out is missing', async () => {
  const { files, anchors } = await kept();
  files.damage(FIRST, (bytes) => joined(linesOf(bytes).toSpliced(3, 1)));
  expect(await check(files, anchors)).toEqual([['line-missing', 3]]);
});

test('lines that changed places are named as that', async () => {
  const { files, anchors } = await kept();
  files.damage(FIRST, (bytes) => {
    const lines = linesOf(bytes);
    return joined([...lines.slice(0, 2), lines[3] as string, lines[2] as string, ...lines.slice(4)]);
  });
  expect(await check(files, anchors)).toEqual([['lines-reordered', 2]]);
});

test('a line that says something else no longer chains', async () => {
  const { files, anchors } = await kept();
  files.damage(FIRST, (bytes) => Buffer.from(bytes.toString().replace('case/4', 'case/9')));
  expect(await check(files, anchors)).toEqual([['line-not-chained', 4]]);
});

test('a history that was written anew, each line chained to the one before, is not what the ledger says', async () => {
  const { anchors } = await kept();
  const files = new CutFiles();
  const stream = await openAuditStream({ directory: DIRECTORY, stream: 'api', files, segmentLines: 8 });
  for (let place = 1; place <= 12; place++)
    await stream.append(entry({ at: place * SECOND_MS, object: `case/${place === 4 ? 9 : place}` }));
  expect(await check(files, anchors)).toEqual([['not-as-anchored', undefined]]);
});

test('an old copy that was put back is shorter than the ledger says', async () => {
  const { files, anchors, copyAtFive } = await kept();
  files.damage(SECOND, () => undefined);
  files.damage(FIRST, () => copyAtFive);
  expect(await check(files, anchors)).toEqual([['shorter-than-anchored', 5]]);
});

test('a file between others that is gone, and all of them', async () => {
  const { files, anchors } = await kept();
  files.damage(FIRST, () => undefined);
  expect(await check(files, anchors)).toEqual([['file-missing', 0]]);
  files.damage(SECOND, () => undefined);
  expect(await check(files, anchors)).toEqual([['stream-missing', 0]]);
});

test('anchoring that was paused is found, at its end and in the middle', async () => {
  const { files, anchors } = await kept();
  const [first, last] = anchors as [StreamAnchor, StreamAnchor];
  expect(await check(files, [first, { ...last, at: last.at + 70_000 }], 200_000)).toEqual([['anchoring-paused', 5]]);
  expect(await check(files, [first], 200_000)).toEqual([['anchoring-paused', 5]]);
  expect(await check(files, [], 200_000)).toEqual([['anchoring-paused', 0]]);
  expect(await check(files, [first], 60_000)).toEqual([]);
});

test('what a power cut left at the end is said and held against nobody', async () => {
  const { files, anchors } = await kept();
  files.damage(SECOND, (bytes) => Buffer.concat([bytes, Buffer.from('{"seq":12,')]));
  const report = await checkStream({
    directory: DIRECTORY,
    stream: 'api',
    anchors,
    until: 20_000,
    files,
    segmentLines: 8,
  });
  expect(report).toMatchObject({ findings: [], tornBytes: 10 });
});
