import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { cosign } from '../log/cosign.ts';
import { formatNote } from '../log/note.ts';
import { bytesOf, checkpointAt, put, sampleLog, trust, witnesses } from './testing/sample-evidence.ts';
import { verifyCheckpointPair } from './verify-checkpoint-pair.ts';

const sample = await sampleLog();
const size = sample.tree.size;
const rewritten = await sampleLog();
put(rewritten, bytesOf('what came after'));
const other = await sampleLog();
put(other, bytesOf('what came after, told otherwise'));
const refusal = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });

describe('comparing two checkpoints', () => {
  it('finds every pair of one history consistent, by its path', async () => {
    for (let newSize = 1; newSize <= size; newSize += 3) {
      for (let oldSize = 0; oldSize <= newSize; oldSize += 2) {
        const path = sample.tree.at(newSize).consistencyPath(oldSize);
        const older = await checkpointAt(sample, 0, oldSize);
        const newer = await checkpointAt(sample, 0, newSize);
        await expect(verifyCheckpointPair(older, newer, path, { trust })).resolves.toMatchObject({
          verdict: 'consistent',
        });
      }
    }
  });

  it('names both, with who saw them', async () => {
    const pair = await verifyCheckpointPair(
      await checkpointAt(sample, 1, 5),
      await checkpointAt(sample, 2),
      sample.tree.at().consistencyPath(5),
      { trust },
    );
    expect(pair.older.witnesses).toHaveLength(1);
    expect(pair.newer.witnesses).toHaveLength(2);
  });

  it('finds one size with two roots forked: the two files are the evidence', async () => {
    const left = await checkpointAt(rewritten);
    const right = await checkpointAt(other);
    const { verdict } = await verifyCheckpointPair(left, right, [], { trust });
    expect(verdict).toBe('forked');
  });

  it('finds a fork of two sizes unproved, whatever path is shown', async () => {
    put(other, bytesOf('one more'));
    const older = await checkpointAt(rewritten, 0, size + 1);
    const newer = await checkpointAt(other, 0, size + 2);
    for (const path of [other.tree.at(size + 2).consistencyPath(size + 1), []]) {
      await expect(verifyCheckpointPair(older, newer, path, { trust })).resolves.toMatchObject({ verdict: 'unproved' });
    }
  });

  it('finds a wrong path unproved', async () => {
    const path = sample.tree.at().consistencyPath(6);
    const older = await checkpointAt(sample, 0, 5);
    const newer = await checkpointAt(sample, 0);
    await expect(verifyCheckpointPair(older, newer, path, { trust })).resolves.toMatchObject({ verdict: 'unproved' });
  });

  it('refuses them the wrong way round', async () => {
    const path = sample.tree.at().consistencyPath(5);
    const [older, newer] = [await checkpointAt(sample, 0, 5), await checkpointAt(sample, 0)];
    await expect(verifyCheckpointPair(newer, older, path, { trust })).rejects.toEqual(refusal('checkpoints-order'));
  });

  it('refuses one that the log did not sign: a stranger must not be able to stage a fork', async () => {
    const good = await checkpointAt(sample);
    const { text } = parseCheckpoint(await checkpointAt(rewritten)).note;
    const staged = formatNote(text, [await cosign(text, { ...witnesses[0]!, timeSeconds: 1 })]);
    await expect(verifyCheckpointPair(good, staged, [], { trust })).rejects.toEqual(refusal('checkpoint-not-signed'));
    await expect(verifyCheckpointPair(staged, good, [], { trust })).rejects.toEqual(refusal('checkpoint-not-signed'));
    await expect(verifyCheckpointPair('', good, [], { trust })).rejects.toEqual(refusal('note-malformed'));
  });
});
