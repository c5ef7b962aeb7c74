import { createHash } from 'node:crypto';
import type { ContractRunner } from '@minglu/ledger';
import { currentEngine, getEngine, type KeptEngine } from './engine/engine.ts';
import { defaultLimits, type SandboxLimits } from './limits.ts';
import { type CallOutcome, Machine } from './machine.ts';
import { MemoryPool } from './memory-pool.ts';
import { RecentlyUsed } from './recently-used.ts';
import { type CallFailure, SandboxError } from './sandbox-error.ts';

export interface SandboxOptions {
  /** Texts by their SHA-256 (hex), as bundled for the service. */
  readonly contracts: ReadonlyMap<string, string>;
  /** Identity of the engine; the current one if not said. */
  readonly engine?: string;
  readonly limits?: SandboxLimits;
  /** How many contracts are kept loaded, each in 16 MB of address space, of which it uses what it touched. */
  readonly maxLoaded?: number;
  readonly alarm?: SandboxAlarm;
  /** What an earlier process made of the engine. */
  readonly keptEngine?: KeptEngine;
}

/** Watches the time calls take. It decides nothing: time differs between machines, outcomes must not. */
export interface SandboxAlarm {
  /** Milliseconds from any start. */
  readonly clock: () => number;
  readonly slowMs: number;
  /** A call took longer than `slowMs`, or this machine, not the contract, failed. */
  readonly raise: (fact: {
    readonly contract: string;
    readonly code: CallOutcome['code'];
    readonly tookMs: number;
  }) => void;
}

export interface Sandbox extends ContractRunner {
  /** As `run`, with the cost, and with failures of the call told instead of thrown. */
  execute(contract: string, input: string): CallOutcome;
}

const DEFAULT_MAX_LOADED = 16;

/**
 * Runs contracts that strangers wrote: same contract, same input, same engine, same limits, then the same outcome, on
 * every machine; see the package's README for what is promised against whom.
 *
 * Reads the engine's file here and nothing afterwards; `run` is synchronous and throws `SandboxError` alone.
 *
 * @throws SandboxError `contract-mismatch`, `engine-unknown`, `engine-mismatch`
 */
export function openSandbox(options: SandboxOptions): Sandbox {
  const engine = getEngine(options.engine ?? currentEngine, options.keptEngine);
  const limits = options.limits ?? defaultLimits;
  const texts = new Map(options.contracts);
  for (const [hash, text] of texts) {
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== hash) {
      throw new SandboxError('contract-mismatch', { contract: hash });
    }
  }
  const ground = { engine, limits, pool: new MemoryPool(engine.file.layout) };
  const loaded = new RecentlyUsed<Machine | CallFailure>(options.maxLoaded ?? DEFAULT_MAX_LOADED, (machine) => {
    if (machine instanceof Machine) machine.release(ground.pool);
  });
  const load = (contract: string): Machine | CallFailure => {
    const text = texts.get(contract);
    if (text === undefined) throw new SandboxError('contract-unknown', { contract });
    const machine = Machine.load(ground, text);
    if (machine !== 'host-failed') loaded.keep(contract, machine);
    return machine;
  };
  const execute = (contract: string, input: string): CallOutcome => {
    const machine = loaded.find(contract) ?? load(contract);
    return typeof machine === 'string' ? { code: machine, gas: 0 } : machine.call(input);
  };
  const watched = options.alarm === undefined ? execute : watch(execute, options.alarm);
  return {
    execute: watched,
    run(contract, input) {
      const outcome = watched(contract, input);
      if (outcome.code === 'answered') return outcome.output;
      throw new SandboxError(outcome.code, { contract });
    },
  };
}

function watch(execute: Sandbox['execute'], { clock, slowMs, raise }: SandboxAlarm): Sandbox['execute'] {
  return (contract, input) => {
    const startedAt = clock();
    const outcome = execute(contract, input);
    const tookMs = clock() - startedAt;
    if (tookMs > slowMs || outcome.code === 'host-failed') raise({ contract, code: outcome.code, tookMs });
    return outcome;
  };
}
