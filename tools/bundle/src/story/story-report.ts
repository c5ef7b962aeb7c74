/** What the register holds, as anybody reads it. */
export interface RegisterView {
  /** Entries of the log. */
  readonly size: number;
  /** Numbers on the first page of licences at the first start; at a later one, those of them that are still there. */
  readonly licences: readonly string[];
  /** What is registered under the number of the story's own licence, as JSON. */
  readonly record: string;
}

/** What the story found inside the namespace, one JSON line. */
export interface StoryReport {
  readonly interfaces: readonly string[];
  /** Packets to somebody else during the whole story, and after one that was sent on purpose. */
  readonly strayPackets: { readonly story: number; readonly afterProbe: number };
  readonly startMs: { readonly first: number; readonly second: number; readonly moved: number; readonly empty: number };
  /** What the first start said until it was ready: that it plays twelve months, and lays them out. */
  readonly firstSaid: string;
  readonly exitCodes: readonly (number | null)[];
  readonly licence: string;
  /** After the application, after a second start, and after the data moved to another copy. */
  readonly registers: readonly RegisterView[];
  /** What `./minglu verify --json` answered, with its exit code. */
  readonly verified: Readonly<
    Record<'proof' | 'receipt' | 'forged', { readonly code: number; readonly answer: string }>
  >;
  /** Statuses of pages. */
  readonly pages: Readonly<Record<string, number>>;
  /** Whether the bare node says that nobody is invented in it. */
  readonly emptyIsBare: boolean;
  /** `./minglu fsck data` after the move, and `./minglu check` on the folder that served first. */
  readonly fsck: { readonly code: number; readonly answer: string };
  readonly check: { readonly code: number; readonly answer: string };
}
