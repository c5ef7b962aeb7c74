import type { StreamFindingCode } from '@minglu/audit';
import { base64urlDecode, equalBytes } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { API_STREAM } from './audit-door.ts';

/** Lines that waited longer for their anchor: whoever keeps the stream had time to choose what to keep. */
const LATE_MS = 60_000;
/** Lines looked through for pauses: what is older was looked at when it was new, and by `minglu audit check`. */
const MOST_LINES = 20_000;
const PAGE = 1_000;

export interface Gap {
  readonly code: StreamFindingCode | 'audit-torn-tail';
  readonly seq?: number;
  /** Milliseconds. */
  readonly at?: number;
  readonly waitedMs?: number;
}

interface Anchor {
  readonly size: number;
  readonly root: string;
  readonly time: number;
}

/** Holds the running stream against the newest anchors. A stream that was changed while it ran does not have their roots. */
export const findGaps = async (context: ApiContext) => {
  const { audit, anchorer, readModel, node } = context;
  const rows = await readModel.querySoon('listAnchorsOf', { stream: API_STREAM }, node.status().height);
  const anchors = rows.toReversed();
  const { size } = audit;
  const torn: Gap[] = audit.cut === undefined ? [] : [{ code: 'audit-torn-tail' }];
  return {
    ...{ size, anchored: anchorer.anchoredSize, waitingMs: Math.round(anchorer.waitingMs), anchors: anchors.length },
    findings: [...torn, ...againstAnchors(context, anchors), ...(await pausesOf(context, anchors))],
  };
};

const againstAnchors = ({ audit }: ApiContext, anchors: readonly Anchor[]): Gap[] => {
  for (const { size, root, time } of anchors) {
    if (size > audit.size) return [{ code: 'shorter-than-anchored', seq: audit.size, at: time }];
    if (!equalBytes(audit.root(size).root, base64urlDecode(root)))
      return [{ code: 'not-as-anchored', seq: size, at: time }];
  }
  return [];
};

/** The first line after an anchor waits longest for the next one. */
const pausesOf = async ({ audit, nowMs }: ApiContext, anchors: readonly Anchor[]): Promise<Gap[]> => {
  const firsts = await timesAt(
    audit,
    anchors.map(({ size }) => size),
  );
  const gaps: Gap[] = [];
  for (const [place, { size }] of anchors.entries()) {
    const at = firsts.get(size);
    const until = anchors[place + 1]?.time ?? nowMs();
    if (at !== undefined && until - at > LATE_MS)
      gaps.push({ code: 'anchoring-paused', seq: size, at, waitedMs: until - at });
  }
  return gaps;
};

/** Times of these lines, as far as they lie among the newest. */
const timesAt = async (audit: ApiContext['audit'], seqs: readonly number[]): Promise<Map<number, number>> => {
  const wanted = new Set(seqs);
  const found = new Map<number, number>();
  let after: number | undefined = Math.max(-1, (seqs[0] ?? 0) - 1, audit.size - MOST_LINES);
  while (after !== undefined) {
    const page = await audit.read({ after, limit: PAGE });
    for (const { seq, at } of page.lines) if (wanted.has(seq)) found.set(seq, at);
    after = page.next;
  }
  return found;
};
