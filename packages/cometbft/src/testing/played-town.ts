import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { diskFileSystem, type LedgerNode, type NodeOptions, openNode } from '@minglu/node';
import { CHAIN, START } from '@minglu/node/testing';
import { cometbftSequencer } from '../sequencer/cometbft-sequencer.ts';
import { type Founding, townOptions } from './engine-town.ts';
import { type PlayedChain, PlayedEngine } from './played-engine.ts';

export interface PlayedTown {
  readonly node: LedgerNode;
  readonly engine: PlayedEngine;
  readonly folder: string;
  readonly markFile: string;
}

/** The tests' town with a played engine over it: on any machine, at any time. */
export async function openPlayedTown(
  folder: string,
  chain: PlayedChain,
  founding: Founding,
  overrides: Partial<NodeOptions> = {},
): Promise<PlayedTown> {
  const socketPath = join(folder, `${randomBytes(4).toString('hex')}.sock`);
  const markFile = join(folder, 'engine-mark.json');
  const engine = new PlayedEngine(socketPath, chain, { name: CHAIN, genesisMs: START });
  const node = await openNode({
    ...townOptions(join(folder, 'ledger'), founding),
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    ...overrides,
    sequencer: cometbftSequencer({ chain: CHAIN, engine, socketPath, markFile, fileSystem: diskFileSystem }),
  });
  return { node, engine, folder, markFile };
}
