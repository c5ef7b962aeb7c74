import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparedPortions } from './prepared-portions.ts';
import { SubmissionFiles } from './submission-files.ts';
import { streamSubmissions } from './submission-stream.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-load-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('submissions on disk', () => {
  it('are read one after the other as they were written, across the ends of chunks', () => {
    const path = join(directory, 'lines.jsonl');
    const lines = Array.from({ length: 3_000 }, (_, at) => ({ id: `${at}`, jws: '名'.repeat(200), sidecar: '' }));
    writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    expect([...streamSubmissions(path)]).toEqual(lines);
  });

  it('are prepared by other processes, as many as were asked for and each another', async () => {
    const ids: string[] = [];
    for await (const { path, count } of preparedPortions(new SubmissionFiles(directory), 50)) {
      expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(count);
      for (const { id } of streamSubmissions(path)) ids.push(id);
    }
    expect(new Set(ids).size).toBe(50);
  });
});
