import { join } from 'node:path';
import { diskFileSystem, type LedgerNode, type NodeOptions, openNode } from '@minglu/node';
import { ageContract, CHAIN, type foundingTransactions, genesis, logSigner, START } from '@minglu/node/testing';
import { engineGenesisJson } from '../engine/engine-genesis.ts';
import { openEngineKeys } from '../engine/engine-home.ts';
import { EngineProcess } from '../engine/engine-process.ts';
import { cometbftSequencer } from '../sequencer/cometbft-sequencer.ts';

const systemClock = {
  nowMs: () => Date.now(),
  setTimer: (run: () => void, delayMs: number) => {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

export type Founding = Awaited<ReturnType<typeof foundingTransactions>>;

/** What both ways of ordering share. */
export function townOptions(directory: string, founding: Founding): NodeOptions {
  return {
    directory,
    genesis,
    genesisTransactions: founding,
    signer: logSigner,
    clock: systemClock,
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
  };
}

export interface EngineTown {
  readonly node: LedgerNode;
  readonly engine: EngineProcess;
}

/** The tests' town over one validator: ledger, engine and sockets in one folder. */
export async function openEngineTown(
  folder: string,
  binary: string,
  founding: Founding,
  overrides: Partial<NodeOptions> = {},
): Promise<EngineTown> {
  const home = join(folder, 'engine');
  const { validator } = await openEngineKeys(home);
  const socketPath = join(folder, 'run', 'app.sock');
  const engine = new EngineProcess({
    binary,
    home,
    config: {
      moniker: 'town',
      socketPath,
      rpcSocketPath: join(folder, 'run', 'rpc.sock'),
      peerAddress: 'tcp://127.0.0.1:0',
      peers: [],
      proposeMs: 300,
      heartbeatMs: 1_000,
    },
    genesis: (from) =>
      engineGenesisJson({
        chain: CHAIN,
        founding: from,
        timeMs: START + 1_000,
        validators: [{ ...validator, name: 'town', power: 10 }],
      }),
  });
  const node = await openNode({
    ...townOptions(join(folder, 'ledger'), founding),
    ...overrides,
    sequencer: cometbftSequencer({
      chain: CHAIN,
      engine,
      socketPath,
      markFile: join(folder, 'engine-mark.json'),
      fileSystem: diskFileSystem,
    }),
  });
  return { node, engine };
}
