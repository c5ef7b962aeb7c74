import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineError } from '../engine-error.ts';
import type { Engine, EngineFounding } from '../sequencer/cometbft-sequencer.ts';
import { type EngineConfig, engineConfigToml } from './engine-config.ts';
import { writeEngineHome } from './engine-home.ts';
import { EngineRpc } from './engine-rpc.ts';

export interface EngineProcessOptions {
  /** The pinned CometBFT. */
  readonly binary: string;
  readonly home: string;
  readonly config: EngineConfig;
  /** The cluster's `genesis.json` where there is none yet; the same on every node. */
  readonly genesis: (founding: EngineFounding) => string | Promise<string>;
}

const STOP_PATIENCE_MS = 5_000;

/** CometBFT as a child of this process. When this process dies its sockets close, and the engine ends by itself. */
export class EngineProcess implements Engine {
  readonly #options: EngineProcessOptions;
  readonly #rpc: EngineRpc;
  #child: ChildProcess | undefined;

  constructor(options: EngineProcessOptions) {
    this.#options = options;
    this.#rpc = new EngineRpc(options.config.rpcSocketPath);
  }

  /** undefined while it does not run. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(founding: EngineFounding, onExit: (error: EngineError) => void): Promise<void> {
    const { binary, home, config, genesis } = this.#options;
    await writeEngineHome(home, engineConfigToml(config), () => genesis(founding));
    await mkdir(dirname(config.rpcSocketPath), { recursive: true, mode: 0o700 });
    // It survives whoever was killed, and the engine does not listen where something lies.
    await rm(config.rpcSocketPath, { force: true });
    const log = openSync(join(home, 'engine.log'), 'a', 0o600);
    try {
      this.#child = spawn(binary, ['node', '--home', home], { stdio: ['ignore', log, log], env: {} });
    } finally {
      closeSync(log);
    }
    const child = this.#child;
    child.once('error', (error) => onExit(new EngineError('engine-not-found', {}, error)));
    child.once('exit', (code, signal) => {
      this.#child = undefined;
      onExit(new EngineError('engine-exited', { code: code ?? -1, signal: signal ?? '' }));
    });
  }

  broadcast(bundle: Uint8Array): Promise<void> {
    return this.#rpc.broadcast(bundle);
  }

  async stop(): Promise<void> {
    this.#rpc.close();
    const child = this.#child;
    if (child === undefined || child.pid === undefined) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(patience);
  }
}
