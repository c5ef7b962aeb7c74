/** Where an officer came from when a case was opened, carried along in the history of the page and in no address. */
export interface DeskWalk {
  /** Query of the desk; empty where the address was typed. */
  readonly desk: string;
  /** Cases opened on the way so far. */
  readonly seen: readonly string[];
}

/** Whatever another version of this page may have left in the history. */
export function readWalk(state: unknown): DeskWalk {
  const { desk, seen } = (state ?? {}) as { desk?: unknown; seen?: unknown };
  return {
    desk: typeof desk === 'string' ? desk : '',
    seen: Array.isArray(seen) ? seen.filter((id) => typeof id === 'string') : [],
  };
}
