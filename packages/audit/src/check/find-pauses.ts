import type { StreamAnchor, StreamFinding } from './stream-finding.ts';

/** An anchor comes within ten seconds; a restart takes its time. */
const LATE_MS = 60_000;

/**
 * Lines that waited too long for the first anchor that covers them. Whoever stops anchoring can rewrite what came after
 * the last one; so that it was stopped is itself something to answer for. One finding for a stretch.
 */
export const findPauses = (
  stream: string,
  times: readonly number[],
  anchors: readonly StreamAnchor[],
  until: number,
): StreamFinding[] => {
  const findings: StreamFinding[] = [];
  let from = 0;
  for (const { size, at } of [...anchors, { size: times.length, at: until }]) {
    const oldest = times[from];
    const waitedMs = oldest === undefined ? 0 : at - oldest;
    if (size > from && waitedMs > LATE_MS)
      findings.push({
        code: 'anchoring-paused',
        stream,
        seq: from,
        facts: { waitedMs, lines: Math.min(size, times.length) - from },
      });
    from = Math.max(from, size);
  }
  return findings;
};
