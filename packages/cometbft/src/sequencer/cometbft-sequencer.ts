import type { BlockTransaction } from '@minglu/ledger';
import {
  type BlockSink,
  type FileSystem,
  NodeError,
  type Sequencer,
  type SequencerStart,
  type SequencerTools,
} from '@minglu/node';
import { AbciServer } from '../abci/abci-server.ts';
import { probe } from '../abci/probe.ts';
import { type EngineMark, findEngineMark, writeEngineMark } from '../application/engine-mark.ts';
import { chainIdOf } from '../application/founding-state.ts';
import { KnownTransactions } from '../application/known-transactions.ts';
import { LedgerApplication } from '../application/ledger-application.ts';
import { EngineError } from '../engine-error.ts';
import { Bundler } from './bundler.ts';

/** The engine as its ledger needs it. */
export interface Engine {
  /**
   * Called once the application answers on its socket. `onExit` is called when the engine ends, whatever it says about it: it ends
   * with code 0 when its application is gone.
   */
  start(founding: EngineFounding, onExit: (error: EngineError) => void): Promise<void>;
  /** Resolves when the engine has taken it into its memory of waiting ones, or had it there. */
  broadcast(bundle: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

/** Where the ledger stood before the engine's first block. */
export type EngineFounding = Omit<EngineMark, 'height'>;

export interface CometbftOptions {
  readonly chain: string;
  readonly engine: Engine;
  readonly socketPath: string;
  /** Beside the ledger, and of one age with it. */
  readonly markFile: string;
  readonly fileSystem: FileSystem;
}

/** For a node's options: CometBFT orders what this node and others take in. */
export function cometbftSequencer(options: CometbftOptions): (tools: SequencerTools) => Sequencer {
  return (tools) => new CometbftSequencer(options, tools);
}

class CometbftSequencer implements Sequencer {
  readonly #options: CometbftOptions;
  readonly #tools: SequencerTools;
  readonly #known: KnownTransactions;
  #bundler: Bundler | undefined;
  #application: LedgerApplication | undefined;
  #server: AbciServer | undefined;
  #starting: Promise<void> = Promise.resolve();
  #isEnding = false;

  constructor(options: CometbftOptions, tools: SequencerTools) {
    this.#options = options;
    this.#tools = tools;
    this.#known = new KnownTransactions(tools.authenticate);
  }

  start(from: SequencerStart, sink: BlockSink): void {
    this.#bundler = new Bundler({
      broadcast: (bundle) => this.#options.engine.broadcast(bundle),
      isDone: ({ transaction: { id } }) => sink.hasTransaction(id),
    });
    this.#starting = this.#start(from, sink).catch((error: unknown) => this.#fail(error));
  }

  submit(transaction: BlockTransaction): void {
    this.#known.learn(transaction);
    this.#bundler?.add(transaction);
  }

  /** The engine goes first: it is asked to, and an application that has gone would be a failure to it. */
  async close(): Promise<void> {
    this.#isEnding = true;
    this.#bundler?.close();
    await this.#starting;
    await this.#options.engine.stop();
    await this.#server?.close();
    this.#application?.abandon();
  }

  async #start(from: SequencerStart, sink: BlockSink): Promise<void> {
    const { chain, socketPath, markFile, fileSystem, engine } = this.#options;
    const saveMark = (mark: EngineMark) => writeEngineMark(fileSystem, markFile, mark);
    const founding = { ledgerHeight: from.height, appHash: from.head.root };
    const found = await findEngineMark(markFile);
    const mark = found ?? { height: 0, ...founding };
    // Before the engine's first block: else nobody could tell later that the ledger is one ahead of it.
    if (found === undefined) await saveMark(mark);
    const application = new LedgerApplication({
      chain,
      chainId: chainIdOf(chain),
      sink,
      from,
      mark,
      saveMark,
      known: this.#known,
    });
    this.#application = application;
    this.#server = await AbciServer.listen({ socketPath, application, onFailure: (error) => this.#fail(error) });
    if (this.#isEnding) return;
    await probe(socketPath);
    await engine.start(founding, (error) => this.#fail(error));
  }

  /** App and engine live and die as a pair: whichever fails, this node halts, and whoever watches it starts both again. */
  #fail(error: unknown): void {
    const isOwnEnd = error instanceof NodeError && error.code === 'closed';
    if (this.#isEnding || isOwnEnd) {
      this.#isEnding = true;
      return;
    }
    this.#isEnding = true;
    this.#bundler?.close();
    const reason = error instanceof EngineError ? { reason: error.code, ...error.facts } : {};
    const remedy = 'start the node again: engine and ledger begin as a pair';
    this.#tools.fail(error instanceof NodeError ? error : new NodeError('engine-failed', { ...reason, remedy }, error));
  }
}
