import { hash } from 'node:crypto';
import { EngineSocket } from '../abci/engine-socket.ts';
import type { RequestOf } from '../abci/methods.ts';
import { chainIdOf, foundingState } from '../application/founding-state.ts';
import type { Engine, EngineFounding } from '../sequencer/cometbft-sequencer.ts';

/** A block as the engine keeps it. */
export interface PlayedBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly txs: readonly Uint8Array[];
}

/** What an engine keeps on disk: blocks, and the hash each led to. */
export interface PlayedChain {
  founding: EngineFounding | undefined;
  readonly blocks: PlayedBlock[];
  readonly appHashes: string[];
}

export const newPlayedChain = (): PlayedChain => ({ founding: undefined, blocks: [], appHashes: [] });

/** Stands in the engine's place for one node: shakes hands, replays what the ledger lacks, then does what a test says. */
export class PlayedEngine implements Engine {
  readonly chain: PlayedChain;
  readonly waiting: Uint8Array[] = [];
  readonly ready = Promise.withResolvers<void>();
  readonly #socketPath: string;
  readonly #chainName: string;
  readonly #genesisMs: number;
  #socket: EngineSocket | undefined;

  constructor(socketPath: string, chain: PlayedChain, { name, genesisMs }: { name: string; genesisMs: number }) {
    this.#socketPath = socketPath;
    this.chain = chain;
    this.#chainName = name;
    this.#genesisMs = genesisMs;
  }

  get socket(): EngineSocket {
    return this.#socket as EngineSocket;
  }

  async start(founding: EngineFounding): Promise<void> {
    this.chain.founding ??= founding;
    this.#socket = await EngineSocket.open(this.#socketPath);
    try {
      const { lastBlockHeight } = await this.socket.get('info', {});
      if (lastBlockHeight === 0) await this.initChain();
      for (const block of this.chain.blocks.slice(lastBlockHeight)) await this.play(block);
      this.ready.resolve();
    } catch (error) {
      this.ready.reject(error);
    }
  }

  initChain(overrides: Partial<RequestOf<'initChain'>> = {}) {
    const state = foundingState(this.#chainName, this.chain.founding as EngineFounding);
    return this.socket.get('initChain', {
      chainId: chainIdOf(this.#chainName),
      time: timestampOf(this.#genesisMs),
      appStateBytes: Buffer.from(state),
      initialHeight: 1,
      ...overrides,
    });
  }

  async broadcast(bundle: Uint8Array): Promise<void> {
    const { code } = await this.socket.get('checkTx', { tx: bundle });
    if (code !== 0) throw new Error(`not taken: ${code}`);
    this.waiting.push(bundle);
  }

  /** Decides a block of what waits, or of `txs`. */
  async decide(timeMs: number, txs: readonly Uint8Array[] = this.waiting.splice(0)): Promise<string> {
    const block = { height: this.chain.blocks.length + 1, timeMs, txs };
    this.chain.blocks.push(block);
    return this.play(block);
  }

  async play(block: PlayedBlock): Promise<string> {
    const appHash = await this.finalize(block);
    const before = this.chain.appHashes[block.height - 1];
    if (before !== undefined && before !== appHash) throw new Error(`height ${block.height} led elsewhere`);
    this.chain.appHashes[block.height - 1] = appHash;
    await this.socket.get('commit', {});
    return appHash;
  }

  async finalize({ height, timeMs, txs }: PlayedBlock): Promise<string> {
    const { appHash, txResults } = await this.socket.get('finalizeBlock', {
      height,
      txs,
      time: timestampOf(timeMs),
      hash: hash('sha256', `${height}`, 'buffer'),
    });
    if (txResults.length !== txs.length) throw new Error('one result a transaction');
    return Buffer.from(appHash).toString('hex');
  }

  async stop(): Promise<void> {
    this.#socket?.close();
  }
}

function timestampOf(timeMs: number) {
  return { seconds: Math.floor(timeMs / 1_000), nanos: (timeMs % 1_000) * 1_000_000 + 999_999 };
}
