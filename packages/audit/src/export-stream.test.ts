import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  base64urlEncode,
  isAuditExport,
  leafHash,
  ProtocolError,
  parseStrictJsonObject,
  utf8Encode,
  verifyInclusion,
} from '@minglu/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenAuditStream } from './audit-stream.ts';
import { exportStream } from './export-stream.ts';
import { openAuditStream } from './open-audit-stream.ts';
import { formatLine } from './parse-line.ts';

const LINES = 13;
let directory: string;
let stream: OpenAuditStream;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-export-'));
  // Three files of four lines, and one in the fourth.
  stream = await openAuditStream({ directory: join(directory, 'audit'), stream: 'api', segmentLines: 4 });
  for (let at = 0; at < LINES; at++) {
    const kind = at % 2 === 0 ? 'read' : 'unmask';
    await stream.append({ at: 1_000 + at, kind, actor: {}, action: 'cases.read', result: 'allowed', via: 'api' });
  }
});
afterEach(async () => {
  await stream.close();
  await rm(directory, { recursive: true });
});

const anchorAt = (size: number) => ({
  value: JSON.stringify({ size, root: base64urlEncode(stream.root(size).root), at: 1, by: 'somebody' }),
  state: {},
  block: 'proof',
});
const rowsOf = (text: string) => {
  const [head = '', ...rows] = text.trimEnd().split('\n');
  return { head, rows: rows.map((row) => parseStrictJsonObject(row) as { line: string; path: string[] }) };
};

it('every line of any anchored size is proved by its way, across the files it lies in', async () => {
  const { lines } = await stream.read({ after: -1, limit: 100 });
  for (let size = 1; size <= LINES; size++) {
    const tree = stream.tree(size);
    for (const line of lines.slice(0, size)) {
      const leaf = leafHash(utf8Encode(formatLine(line)));
      const claim = { leaf, index: line.seq, size, path: tree.inclusionPath(line.seq), root: stream.root(size).root };
      expect([size, line.seq, verifyInclusion(claim)]).toEqual([size, line.seq, true]);
    }
  }
  expect(() => stream.tree(LINES + 1)).toThrow(ProtocolError);
});

it('an export has the lines that fit and are anchored, as their bytes stand, and counts those that came later', async () => {
  const exported = await exportStream(
    stream,
    { kind: 'unmask' },
    { chain: 'minglu.example/test', anchor: anchorAt(8) },
  );
  expect(exported).toMatchObject({ lines: 4, later: 2, isCut: false });
  const { head, rows } = rowsOf(exported.text);
  expect(isAuditExport(head)).toBe(true);
  expect(rows.map(({ line }) => parseStrictJsonObject(line).seq)).toEqual([1, 3, 5, 7]);
  const [line] = (await stream.read({ after: 2, limit: 1 })).lines;
  expect(rows[1]?.line).toBe(line === undefined ? '' : formatLine(line));
});

it('an anchor of a longer stream than this one is not exported under', async () => {
  const anchor = { ...anchorAt(8), value: anchorAt(8).value.replace('"size":8', '"size":80') };
  await expect(exportStream(stream, {}, { chain: 'minglu.example/test', anchor })).rejects.toMatchObject({
    code: 'audit-unavailable',
  });
});
