import { formatCheckpointBody, formatNote, parseNote, signNote, vkeyOf } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { nativeSigner } from '../crypto/native-signer.ts';
import type { NodeError } from '../node-error.ts';
import type { LineDoor } from './line-exchange.ts';
import { type Divergence, QuorumGate } from './quorum-gate.ts';

const ORIGIN = 'chain.example/cluster';
const signers = [1, 2, 3, 4].map((seed) => nativeSigner('Ed25519', new Uint8Array(32).fill(seed)));
const logKeys = signers.map(({ publicKey }) => vkeyOf(ORIGIN, 'log', publicKey));
const rootAt = (size: number) => new Uint8Array(32).fill(size);
const otherRoot = new Uint8Array(32).fill(99);

async function noteBy(at: number, size: number, root = rootAt(size)): Promise<string> {
  const body = formatCheckpointBody({ origin: ORIGIN, size, root });
  return signNote(body, { name: ORIGIN, signer: signers[at]! });
}

async function ownAt(size: number): Promise<SignedCheckpoint> {
  const body = formatCheckpointBody({ origin: ORIGIN, size, root: rootAt(size) });
  const logLine = (await noteBy(0, size)).slice(body.length + 1);
  return { size, root: rootAt(size), height: size, timeMs: 0, body, logLine };
}

async function startGate() {
  const seen = { sent: [] as string[], kept: [] as Divergence[], halts: [] as NodeError[], released: [] as string[] };
  const time = { nowMs: 0 };
  let door: LineDoor | undefined;
  const gate = new QuorumGate({
    own: logKeys[0]!,
    logKeys,
    exchange: {
      start: async (given) => {
        door = given;
      },
      send: (note) => void seen.sent.push(note),
      close: async () => {},
    },
    rootAt,
    keep: (divergence) => {
      seen.kept.push(divergence);
      return 'diverged.json';
    },
    onDiverged: (error) => seen.halts.push(error),
    patienceMs: 8_000,
    nowMs: () => time.nowMs,
  });
  const hold = async (size: number) =>
    gate.hold(await ownAt(size), ({ body, logLine, isShort }) =>
      seen.released.push(`${size}: ${isShort === true ? 'short ' : ''}${formatNote(body, [logLine])}`),
    );
  await gate.start(await ownAt(1), () => seen.released.push('head'));
  return { ...seen, gate, door: door!, hold, time };
}

const linesIn = (released: string | undefined) => parseNote((released ?? '').replace(/^\d+: /, '')).signatures.length;

describe('what a member of four holds back', () => {
  it('is shown with the third line, once', async () => {
    const { gate, hold, released } = await startGate();
    await hold(5);
    gate.take(await noteBy(1, 5));
    expect(released).toEqual([]);
    gate.take(await noteBy(2, 5));
    expect(released.map((one) => one.split('\n')[0])).toEqual(['head', `5: ${ORIGIN}`]);
    expect(linesIn(released[1])).toBe(3);
    gate.take(await noteBy(3, 5));
    expect(released).toHaveLength(2);
  });

  it('is not shown for a line that comes twice, a stranger’s, its own, or one of another log', async () => {
    const { gate, hold, released } = await startGate();
    await hold(5);
    const body = formatCheckpointBody({ origin: ORIGIN, size: 5, root: rootAt(5) });
    const stranger = nativeSigner('Ed25519', new Uint8Array(32).fill(9));
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(0, 5));
    gate.take(await signNote(body, { name: ORIGIN, signer: stranger }));
    gate.take(await signNote(body.replace(ORIGIN, 'other.example'), { name: ORIGIN, signer: signers[2]! }));
    gate.take(await signNote(`${body}more\n`, { name: ORIGIN, signer: signers[2]! }));
    const broken = await noteBy(2, 5);
    gate.take(formatNote(body, [broken.slice(body.length + 1).replace(/.{3}=\n$/, 'AAA=\n')]));
    expect(() => gate.take('no note')).toThrow('note-malformed');
    expect(released).toEqual([]);
  });

  it('is shown when the others were first', async () => {
    const { gate, hold, released } = await startGate();
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(3, 5));
    expect(released).toEqual([]);
    await hold(5);
    expect(released).toHaveLength(2);
  });

  it('is shown under a later checkpoint, which covers it, when its own never came together', async () => {
    const { gate, hold, released } = await startGate();
    await hold(5);
    await hold(7);
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(1, 7));
    gate.take(await noteBy(2, 7));
    expect(released.map((one) => one.split('\n')[1] ?? one)).toEqual(['head', '7', '7']);
    await hold(9);
    expect(released).toHaveLength(3);
  });

  it('tells of itself what it signed of a size, and of no other', async () => {
    const { door, hold, sent } = await startGate();
    await hold(5);
    expect(door.findOwn(5)).toBe(await noteBy(0, 5));
    expect(door.findOwn(4)).toBeUndefined();
    expect(sent).toEqual([await noteBy(0, 1), await noteBy(0, 5)]);
  });

  it('is shown at once, as short, before anybody else can be asked', async () => {
    const gate = new QuorumGate({
      ...{ own: logKeys[0]!, logKeys, rootAt, patienceMs: 1, nowMs: () => 0 },
      exchange: { start: async () => {}, send: () => {}, close: async () => {} },
      keep: () => '',
      onDiverged: () => {},
    });
    let isShort: boolean | undefined;
    gate.hold(await ownAt(3), (checkpoint) => {
      isShort = checkpoint.isShort;
    });
    expect(isShort).toBe(true);
  });

  it('is missed after a while, and the door learns of it later than the operator', async () => {
    const { gate, hold, time } = await startGate();
    gate.take(await noteBy(1, 1));
    gate.take(await noteBy(2, 1));
    await hold(5);
    expect([gate.alarms, gate.isMissing]).toEqual([[], false]);
    time.nowMs = 2_001;
    expect([gate.alarms, gate.isMissing]).toEqual([['quorum-missing'], false]);
    time.nowMs = 8_001;
    expect(gate.isMissing).toBe(true);
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(2, 5));
    expect([gate.alarms, gate.isMissing]).toEqual([[], false]);
  });
});

describe('a member whose root differs', () => {
  it('is found out by its line, and the others go on with an alarm', async () => {
    const { gate, hold, released, kept, halts } = await startGate();
    await hold(5);
    gate.take(await noteBy(3, 5, otherRoot));
    expect(gate.alarms).toEqual(['member-diverged']);
    expect(kept).toMatchObject([{ size: 5, own: await noteBy(0, 5), others: [await noteBy(3, 5, otherRoot)] }]);
    gate.take(await noteBy(3, 5, otherRoot));
    gate.take(await noteBy(3, 5));
    expect(kept).toHaveLength(1);
    expect(released).toEqual([]);
    gate.take(await noteBy(1, 5));
    gate.take(await noteBy(2, 5));
    expect(halts).toEqual([]);
    expect(linesIn(released[1])).toBe(3);
  });

  it('halts when it is this one: two others agree on another root', async () => {
    const { gate, hold, released, halts } = await startGate();
    gate.take(await noteBy(1, 5, otherRoot));
    await hold(5);
    expect(halts).toEqual([]);
    gate.take(await noteBy(2, 5, otherRoot));
    expect(halts).toMatchObject([{ code: 'members-diverged', facts: { size: 5, height: 5, file: 'diverged.json' } }]);
    expect(halts[0]?.facts.keys).toEqual([logKeys[1]!.keyId, logKeys[2]!.keyId]);
    expect(released).toEqual([]);
  });

  it('is not this one when two others differ from it and from each other', async () => {
    const { gate, hold, halts } = await startGate();
    await hold(5);
    gate.take(await noteBy(1, 5, otherRoot));
    gate.take(await noteBy(2, 5, new Uint8Array(32).fill(98)));
    expect(halts).toEqual([]);
  });

  it('is found out at a size between this one’s own, and keeps no more than sixteen files busy', async () => {
    const { gate, hold, kept } = await startGate();
    await hold(60);
    for (let size = 2; size < 40; size++) gate.take(await noteBy(3, size, otherRoot));
    expect(kept).toHaveLength(16);
  });
});
