import { createServer } from 'node:net';
import { join } from 'node:path';
import { diskFileSystem, type LedgerNode, nativeSigner, openNode } from '@minglu/node';
import { CHAIN, START } from '@minglu/node/testing';
import type { Signer } from '@minglu/protocol';
import { engineGenesisJson } from '../engine/engine-genesis.ts';
import { type EngineKeys, openEngineKeys } from '../engine/engine-home.ts';
import { EngineProcess } from '../engine/engine-process.ts';
import { cometbftSequencer } from '../sequencer/cometbft-sequencer.ts';
import { type Founding, townOptions } from './engine-town.ts';

export interface ClusterMember {
  readonly folder: string;
  readonly signer: Signer;
  readonly keys: EngineKeys;
  readonly port: number;
}

export interface RunningMember {
  readonly node: LedgerNode;
  readonly engine: EngineProcess;
}

/** Validators of one town on one machine, each with keys, data and port of its own. */
export async function layOutCluster(folder: string, count: number): Promise<ClusterMember[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const own = join(folder, `${at}`);
      const signer = nativeSigner('Ed25519', new Uint8Array(32).fill(at + 1));
      return { folder: own, signer, keys: await openEngineKeys(join(own, 'engine')), port: await freePort() };
    }),
  );
}

export async function openMember(
  members: readonly ClusterMember[],
  at: number,
  { binary, founding }: { readonly binary: string; readonly founding: Founding },
): Promise<RunningMember> {
  const { folder, signer, port } = members[at] as ClusterMember;
  const socketPath = join(folder, 'run', 'app.sock');
  const engine = new EngineProcess({
    binary,
    home: join(folder, 'engine'),
    config: {
      moniker: `member-${at}`,
      socketPath,
      rpcSocketPath: join(folder, 'run', 'rpc.sock'),
      peerAddress: `tcp://127.0.0.1:${port}`,
      peers: members
        .filter((_, other) => other !== at)
        .map(({ keys, port: peerPort }) => `${keys.node.address.toLowerCase()}@127.0.0.1:${peerPort}`),
      proposeMs: 300,
      heartbeatMs: 1_000,
    },
    genesis: (from) =>
      engineGenesisJson({
        chain: CHAIN,
        founding: from,
        timeMs: START + 1_000,
        validators: members.map(({ keys }, index) => ({ ...keys.validator, name: `member-${index}`, power: 10 })),
      }),
  });
  const node = await openNode({
    ...townOptions(join(folder, 'ledger'), founding),
    signer,
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
