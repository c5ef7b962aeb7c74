import { formatCheckpointBody, formatNote, quorumOf, type Vkey } from '@minglu/protocol';
import { noteOf, type SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { NodeError } from '../node-error.ts';
import { LineBook, type MemberLine } from './line-book.ts';
import type { LineExchange } from './line-exchange.ts';

/** Takes what was held, under a checkpoint with enough lines that covers it. */
export type Release = (checkpoint: SignedCheckpoint) => void;

/** Two roots at one size: what whoever compares needs. */
export interface Divergence {
  readonly size: number;
  readonly height: number;
  readonly own: string;
  readonly others: readonly string[];
}

export interface QuorumGateOptions {
  readonly own: Vkey;
  /** Of all members. */
  readonly logKeys: readonly Vkey[];
  readonly exchange: LineExchange;
  /** This log's own root at a size it has. */
  readonly rootAt: (size: number) => Uint8Array;
  /** Answers the name of the file. */
  readonly keep: (divergence: Divergence) => string;
  /** The others agree on another root: this node is the one that is wrong. */
  readonly onDiverged: (error: NodeError) => void;
  readonly patienceMs: number;
  readonly nowMs: () => number;
}

interface Held {
  readonly checkpoint: SignedCheckpoint;
  readonly release: Release;
  readonly sinceMs: number;
}

/** Own checkpoints that another member may still ask for. */
const MAX_OWN = 256;
/** One liar could make any number of them: so many sizes are remembered, and so many files made. */
const MAX_DIVERGENCES = 16;
const ALARM_MS = 2_000;

/**
 * Holds what was committed here until more than two thirds of the members have signed the same root, or a later one of the same log.
 * Blocks go on meanwhile: what is held is only what people are shown. Before `start` it lets everything through, marked as short.
 */
export class QuorumGate {
  readonly quorum: number;
  readonly #options: QuorumGateOptions;
  readonly #book: LineBook;
  readonly #own = new Map<number, SignedCheckpoint>();
  readonly #diverged = new Map<number, MemberLine[]>();
  #files = 0;
  #held: Held[] = [];
  #newest: SignedCheckpoint | undefined;
  #state: 'resting' | 'started' | 'closed' = 'resting';

  constructor(options: QuorumGateOptions) {
    const { own, logKeys } = options;
    this.#options = options;
    this.quorum = quorumOf(logKeys.length);
    this.#book = new LineBook(
      own.name,
      logKeys.filter(({ key }) => key.kid !== own.key.kid),
    );
  }

  /** Listens, and tells the others where this node stands: `head`, which is shown again when it has its lines. */
  async start(head: SignedCheckpoint, release: Release): Promise<void> {
    await this.#options.exchange.start({
      take: (note) => this.take(note),
      findOwn: (size) => {
        const own = this.#own.get(size);
        return own === undefined ? undefined : noteOf(own);
      },
    });
    this.#state = 'started';
    this.hold(head, release);
  }

  hold(checkpoint: SignedCheckpoint, release: Release): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'resting') {
      release({ ...checkpoint, isShort: true });
      return;
    }
    const { isShort: _, ...own } = checkpoint;
    const before = this.#newest?.size ?? -1;
    this.#newest = own;
    this.#remember(own);
    this.#held.push({ checkpoint: own, release, sinceMs: this.#options.nowMs() });
    this.#options.exchange.send(noteOf(own));
    for (const size of this.#book.sizes(before, own.size)) for (const line of this.#book.at(size)) this.#compare(line);
    this.#settle();
  }

  take(note: string): void {
    if (this.#state === 'closed') return;
    for (const line of this.#book.add(note)) if (line.size <= (this.#newest?.size ?? -1)) this.#compare(line);
    this.#settle();
  }

  /** Whether people have waited too long for the others' lines: the door takes nothing more. */
  get isMissing(): boolean {
    return this.#waitedMs > this.#options.patienceMs;
  }

  get alarms(): readonly string[] {
    return [
      ...(this.#waitedMs > ALARM_MS ? ['quorum-missing'] : []),
      ...(this.#diverged.size > 0 ? ['member-diverged'] : []),
    ];
  }

  /** Shows nothing more. Its last line still goes out: by it the others learn what became of this node. */
  halt(): void {
    this.#state = 'closed';
    this.#held = [];
  }

  close(): Promise<void> {
    this.halt();
    return this.#options.exchange.close();
  }

  get #waitedMs(): number {
    const [oldest] = this.#held;
    return oldest === undefined ? 0 : this.#options.nowMs() - oldest.sinceMs;
  }

  #remember(own: SignedCheckpoint): void {
    this.#own.set(own.size, own);
    forgetOldest(this.#own, MAX_OWN);
  }

  /** The largest held checkpoint that enough have signed serves everything before it too: it covers the same entries. */
  #settle(): void {
    for (let at = this.#held.length - 1; at >= 0; at--) {
      const { checkpoint } = this.#held[at] as Held;
      const lines = this.#book.at(checkpoint.size).filter(({ root }) => Buffer.compare(root, checkpoint.root) === 0);
      if (lines.length + 1 < this.quorum) continue;
      const logLine = checkpoint.logLine + lines.map(({ line }) => line).join('');
      const released = this.#held.splice(0, at + 1);
      for (const { release } of released) release({ ...checkpoint, logLine });
      return;
    }
  }

  /** One member alone may be wrong, or lie; as many as a quorum cannot do without are not all wrong: this node is. */
  #compare(line: MemberLine): void {
    const { logKeys, onDiverged, rootAt, keep } = this.#options;
    const { size } = line;
    if (Buffer.compare(line.root, rootAt(size)) === 0) return;
    const known = this.#diverged.get(size) ?? [];
    if (known.some((other) => other.line === line.line)) return;
    const others = [...known.filter(({ member }) => member !== line.member), line];
    this.#diverged.set(size, others);
    forgetOldest(this.#diverged, MAX_DIVERGENCES);
    const own = this.#own.get(size) ?? (this.#newest as SignedCheckpoint);
    const { height } = own;
    const agreeing = others.filter(({ root }) => Buffer.compare(root, line.root) === 0);
    const isOurs = agreeing.length > logKeys.length - this.quorum;
    if (!isOurs && ++this.#files > MAX_DIVERGENCES) return;
    const file = keep({ size, height, own: noteOf(own), others: others.map(noteOfLine) });
    if (!isOurs) return;
    const keys = agreeing.map(({ member }) => member.keyId);
    const remedy =
      'keep this directory; run fsck; start again with the right program, or from the backup of a member that agrees';
    onDiverged(new NodeError('members-diverged', { size, height, keys, file, remedy }));
  }
}

function forgetOldest(kept: Map<number, unknown>, max: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= max) return;
    kept.delete(oldest);
  }
}

function noteOfLine({ member, size, root, line }: MemberLine): string {
  return formatNote(formatCheckpointBody({ origin: member.name, size, root }), [line]);
}
