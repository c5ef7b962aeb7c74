import type { Vkey } from '@minglu/protocol';

/** What a carrier of lines finds at this member. */
export interface LineDoor {
  /** A checkpoint's note that somebody brought; nothing in it is believed before its line was verified. Throws when it is no note. */
  take(note: string): void;
  /** What this member itself has signed of that size; undefined when it has not come so far, or passed it long ago. */
  findOwn(size: number): string | undefined;
}

/** Carries checkpoints between the members of a cluster. A line is its own proof: who carries it need not be trusted. */
export interface LineExchange {
  start(door: LineDoor): Promise<void>;
  /** To every other member, again and again while it is silent. Nobody waits for it, and it never throws. */
  send(note: string): void;
  close(): Promise<void>;
}

/** How a member of a cluster signs: with the others, under the chain's one origin. */
export interface ClusterSigning {
  /** Of all members, this one's own among them. */
  readonly logKeys: readonly Vkey[];
  readonly exchange: LineExchange;
  /** Longest wait of a submission for its block and the others' lines; 8 s when left out. */
  readonly patienceMs?: number;
}
