import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { encodeBlockEntry } from '../entry/encode-entry.ts';
import { type MemoryTree, memoryTree } from '../log/memory-tree.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { auditKey, formatAuditExportHeader, formatAuditExportRow, isAuditExport } from './audit-export.ts';
import { formatStateProof } from './state-proof.ts';
import { referenceProof, referenceRoot } from './testing/reference-state.ts';
import {
  flippedText,
  ORIGIN,
  proofOf,
  put,
  type SampleLog,
  transactionEntry,
  trust,
} from './testing/sample-evidence.ts';
import { verifyAuditExport } from './verify-audit-export.ts';

const LINES = 11;
const ANCHORED = 9;
const lineAt = (seq: number, via = 'api') => JSON.stringify({ seq, at: 1_000 + seq, kind: 'read', via });

interface Sample {
  readonly log: SampleLog;
  readonly lines: MemoryTree;
  readonly value: string;
  readonly state: ReadonlyMap<string, string>;
}

async function sample(stream = 'api', more: object = {}): Promise<Sample> {
  const lines = memoryTree();
  for (let seq = 0; seq < LINES; seq++) lines.append(leafHash(utf8Encode(lineAt(seq))));
  const root = base64urlEncode(lines.at(ANCHORED).root);
  const value = JSON.stringify({ size: ANCHORED, root, at: 5_000, by: 'somebody', ...more });
  const state = new Map([
    [auditKey(stream), value],
    ['clock', '{}'],
  ]);
  const log: SampleLog = { entries: [], tree: memoryTree(), state };
  put(log, await transactionEntry(0, { events: [] }));
  const shape = { height: 0, time: 6_000, protocol: 4, transactions: 1, events: [] };
  put(log, encodeBlockEntry({ ...shape, stateRoot: referenceRoot(state), previous: new Uint8Array(32) }));
  return { log, lines, value, state };
}

async function head({ log, value, state }: Sample, more: object = {}): Promise<string> {
  const proof = formatStateProof(referenceProof(state, auditKey('api')));
  const block = await proofOf(log, 1, 2);
  return formatAuditExportHeader({
    ...{ origin: ORIGIN, stream: 'api', query: {}, value, state: proof, block },
    ...more,
  });
}

const row = ({ lines }: Sample, seq: number, line = lineAt(seq)) =>
  formatAuditExportRow({ line, path: lines.at(ANCHORED).inclusionPath(seq) });

const one = await sample();
const fileOf = async (seqs: readonly number[]) => [await head(one), ...seqs.map((seq) => row(one, seq))];
const refused = (lines: readonly string[], code: string, facts: object = {}) =>
  expect(verifyAuditExport(lines, { trust })).rejects.toMatchObject({ name: 'ProtocolError', code, facts });

describe('an audit export nobody touched', () => {
  it('holds: each line stood in the stream as the ledger says it was', async () => {
    const seen: unknown[] = [];
    const file = [...(await fileOf([2, 3, 4])), ''];
    expect(isAuditExport(file[0] ?? '')).toBe(true);
    const verified = await verifyAuditExport(file, { trust, onLine: ({ seq }) => seen.push(seq) });
    expect(verified).toMatchObject({ stream: 'api', size: ANCHORED, rows: 3, first: 2, last: 4, isUnbroken: true });
    expect(verified).toMatchObject({ anchoredAt: 5_000, anchoredBy: 'somebody', place: { policyMet: true } });
    expect(seen).toEqual([2, 3, 4]);
  });

  it('says whether its numbers run on without a gap, and may have no line at all', async () => {
    expect(await verifyAuditExport(await fileOf([0, 1, 8]), { trust })).toMatchObject({ isUnbroken: false });
    expect(await verifyAuditExport(await fileOf([]), { trust })).toMatchObject({ rows: 0, isUnbroken: true });
  });
});

describe('an audit export', () => {
  it('with a line that was changed, moved, or is of another stream is refused: audit-export-line', async () => {
    const changed = lineAt(3).replace('read', 'deed');
    await refused([await head(one), row(one, 3, changed)], 'audit-export-line', { line: 2, seq: 3 });
    const moved = formatAuditExportRow({ line: lineAt(4), path: one.lines.at(ANCHORED).inclusionPath(3) });
    await refused([await head(one), moved], 'audit-export-line', { line: 2, seq: 4 });
    await refused([await head(one), row(one, 3, lineAt(3, 'department:tax'))], 'audit-export-line', { line: 2 });
  });

  it('with a line that came after the anchor is refused: audit-export-line', async () => {
    const late = formatAuditExportRow({ line: lineAt(9), path: one.lines.at().inclusionPath(9) });
    await refused([await head(one), late], 'audit-export-line', { line: 2, seq: 9 });
  });

  it('in another order, or with a line twice, is refused: audit-export-order', async () => {
    await refused(await fileOf([3, 2]), 'audit-export-order', { seq: 2 });
    await refused(await fileOf([2, 2]), 'audit-export-order', { seq: 2 });
  });

  it('with another anchor than the ledger’s is refused: audit-export-anchor', async () => {
    const longer = one.value.replace(`"size":${ANCHORED}`, '"size":8');
    await refused([await head(one, { value: longer })], 'audit-export-anchor');
    await refused([await head(one, { stream: 'department:tax' })], 'audit-export-anchor');
    await refused([await head(one, { origin: 'another' })], 'audit-export-anchor');
    const odd = await sample('api', { size: 'nine' });
    await refused([await head(odd)], 'audit-export-anchor');
  });

  it('that is none is refused: audit-export-malformed', async () => {
    await refused([], 'audit-export-malformed', { line: 1 });
    await refused(['{}'], 'audit-export-malformed', { line: 1 });
    await refused([await head(one), '{}'], 'audit-export-malformed', { line: 2 });
    await refused([await head(one), row(one, 1).replace(/}$/, ',"note":1}')], 'audit-export-malformed', { line: 2 });
    await refused([await head(one), row(one, 1, 'no line')], 'audit-export-malformed', { line: 2 });
  });

  it('with any character of a line or its way flipped is refused', async () => {
    const [header = '', ...rows] = await fileOf([1, 2]);
    const text = rows.join('\n');
    for (let at = 0; at < text.length; at += 7) {
      const outcome = await verifyAuditExport([header, ...flippedText(text, at).split('\n')], { trust }).then(
        () => 'accepted',
        ({ name }: Error) => name,
      );
      expect([at, outcome]).toEqual([at, 'ProtocolError']);
    }
  });
});
