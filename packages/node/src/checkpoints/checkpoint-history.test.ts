import { formatCheckpointBody, formatNote, signCheckpoint } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../testing/memory-files.ts';
import { logSigner } from '../testing/test-town.ts';
import { CheckpointHistory } from './checkpoint-history.ts';

const PATH = '/checkpoints.jsonl';

async function noteOf(size: number): Promise<string> {
  const body = formatCheckpointBody({ origin: 'minglu.test/log', size, root: new Uint8Array(32) });
  return formatNote(body, [await signCheckpoint(body, { name: 'minglu.test/log', signer: logSigner })]);
}

const lineOf = (note: string): string => `${JSON.stringify(note)}\n`;

async function filesWith(text: string) {
  const files = memoryFiles();
  await (await files.open(PATH, 'write')).write(Buffer.from(text), 0);
  const read = async () => Buffer.from((await files.readFile(PATH)) ?? []).toString();
  return { files, read };
}

describe('the history of checkpoints', () => {
  it('drops last lines that a power cut left as holes, and goes on behind the good ones', async () => {
    const [first, second, third] = [await noteOf(3), await noteOf(7), await noteOf(9)];
    const holed = lineOf(second).replace('minglu', '\0\0\0\0\0\0');
    const { files, read } = await filesWith(lineOf(first) + holed + lineOf(third).slice(0, 20));
    const history = await CheckpointHistory.open(PATH, files);
    history.record(9, third, true);
    await history.sync();
    expect(await read()).toBe(lineOf(first) + lineOf(third));
    expect(await history.list(100, 10)).toEqual([third, first]);
  });

  it('leaves a bad line before a good one for fsck to name', async () => {
    const text = `${lineOf(await noteOf(3)).replace('minglu', '\0\0\0\0\0\0')}${lineOf(await noteOf(7))}`;
    const { files, read } = await filesWith(text);
    const history = await CheckpointHistory.open(PATH, files);
    await history.sync();
    expect(await read()).toBe(text);
    expect(await history.list(100, 10)).toHaveLength(1);
  });
});
