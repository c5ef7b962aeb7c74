import type { AuditDoor, AuditLine, DoorPage } from './audit-door.ts';

/** What is known of one stream so far: the pages that came, newest first, or why none did. */
export interface DoorState {
  readonly door: AuditDoor;
  readonly pages: readonly DoorPage[];
  readonly error?: unknown;
}

export interface DoorLine {
  readonly door: AuditDoor;
  readonly line: AuditLine;
}

/**
 * The lines of all streams as one, newest first. A stream that has older lines to come holds back what is older than its
 * last one: else a line would turn up later above others that were read already.
 */
export function mergeDoors(states: readonly DoorState[]): readonly DoorLine[] {
  const bound = Math.max(...states.map(boundOf), Number.NEGATIVE_INFINITY);
  return states
    .flatMap(({ door, pages }) => pages.flatMap(({ lines }) => lines.map((line) => ({ door, line }))))
    .filter(({ line }) => line.at >= bound)
    .sort((a, b) => b.line.at - a.line.at || b.line.seq - a.line.seq);
}

export function hasMore(states: readonly DoorState[]): boolean {
  return states.some(({ pages }) => pages.at(-1)?.next !== undefined);
}

function boundOf({ pages }: DoorState): number {
  const last = pages.at(-1);
  if (last?.next === undefined) return Number.NEGATIVE_INFINITY;
  return last.lines.at(-1)?.at ?? Number.POSITIVE_INFINITY;
}
