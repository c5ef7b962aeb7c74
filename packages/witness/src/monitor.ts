import type { CheckedCheckpoint, CheckSignature, Vkey } from '@minglu/protocol';
import { base64Encode, checkCheckpoint, equalBytes, parseCheckpoint, rootFromReader } from '@minglu/protocol';
import { AlarmBook } from './alarm-book.ts';
import type { Comparison, TreeHead } from './compare-trees.ts';
import { compareTrees } from './compare-trees.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { LogClient } from './log-client.ts';
import type { MonitorState } from './monitor-state.ts';
import { readMonitorState, TreeEdge, writeMonitorState } from './monitor-state.ts';
import { BlockReader } from './read-blocks.ts';
import { WitnessError } from './witness-error.ts';

/** A witness whose latest cosigned checkpoint is compared with the log's own view. */
export interface WatchedWitness {
  readonly name: string;
  readonly vkey: Vkey;
  readonly latest: () => Promise<string | undefined>;
}

export interface MonitorParts {
  readonly directory: string;
  readonly origin: string;
  readonly logKeys: readonly Vkey[];
  readonly witnesses: readonly WatchedWitness[];
  readonly log: LogClient;
  readonly evidence: EvidenceStore;
  readonly checkSignature: CheckSignature;
  clock(): number;
}

export interface WitnessView {
  readonly name: string;
  readonly state: 'unknown' | 'consistent' | 'ahead' | 'inconsistent' | 'unreachable';
  readonly size: number;
  readonly timeSeconds: number;
}

interface SignedView {
  readonly from: string;
  readonly note: string;
  readonly head: TreeHead;
  readonly timeSeconds: number;
}

/** Reads one log as a stranger, remembers what it verified, and keeps what contradicts it. */
export class Monitor {
  readonly #parts: MonitorParts;
  #state: MonitorState;
  readonly #alarms: AlarmBook;
  #views = new Map<string, WitnessView>();
  #lastPollAt = 0;
  #lastGoodAt = 0;

  private constructor(parts: MonitorParts, state: MonitorState) {
    this.#parts = parts;
    this.#state = state;
    this.#alarms = new AlarmBook(() => parts.clock());
  }

  static async open(parts: MonitorParts): Promise<Monitor> {
    return new Monitor(parts, await readMonitorState(parts.directory, parts.origin));
  }

  get status() {
    const { origin, witnesses } = this.#parts;
    const { size, lastBlock, checkpoint } = this.#state;
    const blank = (name: string): WitnessView => ({ name, state: 'unknown', size: 0, timeSeconds: 0 });
    return {
      origin,
      size,
      height: lastBlock?.height ?? -1,
      root: checkpoint === '' ? '' : base64Encode(parseCheckpoint(checkpoint).root),
      lastPollAt: this.#lastPollAt,
      lastGoodAt: this.#lastGoodAt,
      consistent: !this.#alarms.hasEvidence,
      witnesses: witnesses.map(({ name }) => this.#views.get(name) ?? blank(name)),
      alarms: this.#alarms.list,
    };
  }

  /** The last checkpoint verified here; empty before the first. */
  get checkpoint(): string {
    return this.#state.checkpoint;
  }

  /** One round. Witnesses first: what they hold was signed before, so the log must answer with no less. */
  async poll(): Promise<void> {
    this.#lastPollAt = this.#parts.clock();
    const seen = await this.#askWitnesses();
    const view = await this.#askLog();
    if (view === undefined) return;
    if (await this.#follow(view)) this.#lastGoodAt = this.#parts.clock();
    for (const witnessed of seen) await this.#compareWitness(witnessed, view);
  }

  async #askLog(): Promise<SignedView | undefined> {
    try {
      const note = await this.#parts.log.checkpoint();
      const view = await this.#signed('log', note);
      this.#alarms.clearAll('log-unreachable', 'checkpoint-not-signed');
      if (view === undefined) this.#alarms.raise({ code: 'checkpoint-not-signed', about: 'log' });
      return view;
    } catch {
      this.#alarms.raise({ code: 'log-unreachable', about: 'log' });
      return undefined;
    }
  }

  async #askWitnesses(): Promise<SignedView[]> {
    const answers = this.#parts.witnesses.map(async (witness) => {
      try {
        const note = await witness.latest();
        return note === undefined ? undefined : await this.#signed(witness.name, note, witness.vkey);
      } catch {
        this.#view(witness.name, 'unreachable');
        return undefined;
      }
    });
    return (await Promise.all(answers)).filter((view) => view !== undefined);
  }

  async #signed(from: string, note: string, witness?: Vkey): Promise<SignedView | undefined> {
    const { origin, logKeys, checkSignature } = this.#parts;
    const keys = { origin, logKeys, witnesses: witness === undefined ? [] : [witness] };
    let checked: CheckedCheckpoint;
    try {
      checked = await checkCheckpoint(note, keys, checkSignature);
    } catch {
      return undefined;
    }
    const { checkpoint, logLine, witnesses } = checked;
    if (!logLine || (witness !== undefined && witnesses.length === 0)) return undefined;
    const head = { size: checkpoint.size, root: checkpoint.root };
    return { from, note, head, timeSeconds: witnesses[0]?.timeSeconds ?? 0 };
  }

  /** Takes the log's view as the verified one, if it extends the last; true when everything in it was checked. */
  async #follow(view: SignedView): Promise<boolean> {
    const known = this.#known();
    if (view.head.size < known.head.size) {
      await this.#keep('rollback', known, view);
      return false;
    }
    try {
      const comparison = await this.#compare(known.head, view.head);
      if (!(await this.#accept(comparison, known, view))) return false;
      if (view.head.size > known.head.size) await this.#read(view, known);
      this.#alarms.clearAll('log-malformed');
      return true;
    } catch (error) {
      if (!(error instanceof WitnessError)) throw error;
      this.#alarms.raise({
        code: error.code === 'log-unreachable' ? 'log-unreachable' : 'log-malformed',
        about: 'log',
      });
      return false;
    }
  }

  #known(): SignedView {
    const { size, checkpoint } = this.#state;
    if (size === 0) return { from: 'log', note: '', head: { size: 0, root: new Uint8Array(32) }, timeSeconds: 0 };
    return { from: 'log', note: checkpoint, head: parseCheckpoint(checkpoint), timeSeconds: 0 };
  }

  #compare(older: TreeHead, newer: TreeHead): Promise<Comparison> {
    if (older.size === 0) return Promise.resolve({ kind: 'consistent' });
    return this.#parts.log.withHashes(newer.size, (reader) => compareTrees(older, newer, reader));
  }

  async #accept(comparison: Comparison, older: SignedView, newer: SignedView): Promise<boolean> {
    if (comparison.kind === 'consistent') return true;
    const proven =
      comparison.kind === 'rewrite'
        ? {
            provenRoot: base64Encode(comparison.provenRoot),
            provenProof: comparison.provenProof.map((hash) => base64Encode(hash)),
          }
        : {};
    await this.#keep(comparison.kind, older, newer, proven);
    return false;
  }

  /** Reads every new entry, rehashes it, follows the blocks; the root computed here must be the one signed. */
  async #read(view: SignedView, known: SignedView): Promise<void> {
    const edge = new TreeEdge(this.#state);
    const blocks = new BlockReader(edge, this.#state.lastBlock);
    for await (const entry of this.#parts.log.entries(known.head.size, view.head.size, view.head.size)) {
      blocks.take(entry);
    }
    const older = known.note === '' ? view : known;
    if (!equalBytes(rootFromReader(edge.size, edge.reader), view.head.root)) {
      await this.#keep('unreadable', older, view, { detail: 'entries' });
      throw new WitnessError('log-malformed', { part: 'entries' });
    }
    if (blocks.fault !== undefined) await this.#keep('broken-chain', older, view, { detail: blocks.fault });
    const { directory, origin } = this.#parts;
    const next = { size: edge.size, peaks: edge.peaks(), lastBlock: blocks.last, checkpoint: view.note };
    await writeMonitorState(directory, origin, next);
    this.#state = next;
  }

  async #compareWitness(witnessed: SignedView, logView: SignedView): Promise<void> {
    const known = this.#known();
    const { from } = witnessed;
    if (witnessed.head.size > logView.head.size) {
      await this.#ahead(witnessed, logView);
      return;
    }
    this.#alarms.clear('withheld', from);
    if (witnessed.head.size > known.head.size || known.note === '') return;
    try {
      const comparison = await this.#compare(witnessed.head, known.head);
      const same = await this.#accept(comparison, witnessed, known);
      this.#view(from, same ? 'consistent' : 'inconsistent', witnessed);
    } catch {
      this.#alarms.raise({ code: 'log-malformed', about: from });
    }
  }

  /** Once may be a race between the log's two doors; the same again is a log that shows some readers less. */
  async #ahead(witnessed: SignedView, logView: SignedView): Promise<void> {
    this.#view(witnessed.from, 'ahead', witnessed);
    const again = this.#alarms.has('withheld', witnessed.from);
    this.#alarms.raise({ code: 'withheld', about: witnessed.from });
    if (again) await this.#keep('rollback', witnessed, logView);
  }

  async #keep(kind: EvidenceKind, older: SignedView, newer: SignedView, more: Partial<Evidence> = {}): Promise<void> {
    const { origin, evidence, clock } = this.#parts;
    const name = await evidence.keep({
      kind,
      origin,
      observer: 'monitor',
      olderFrom: older.from,
      newerFrom: newer.from,
      seenAt: clock(),
      older: older.note,
      newer: newer.note,
      ...more,
    });
    this.#alarms.raise({
      code: kind,
      about: older.from === 'log' ? newer.from : older.from,
      evidence: name ?? 'store-full',
    });
  }

  #view(name: string, state: WitnessView['state'], view?: SignedView): void {
    const before = this.#views.get(name);
    const size = view?.head.size ?? before?.size ?? 0;
    this.#views.set(name, { name, state, size, timeSeconds: view?.timeSeconds ?? before?.timeSeconds ?? 0 });
  }
}
