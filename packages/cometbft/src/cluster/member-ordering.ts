import { join } from 'node:path';
import type { ClusterSigning, FileSystem, NodeOptions } from '@minglu/node';
import { engineGenesisJson } from '../engine/engine-genesis.ts';
import { EngineProcess } from '../engine/engine-process.ts';
import { cometbftSequencer } from '../sequencer/cometbft-sequencer.ts';
import { type ClusterPlan, memberFolder } from './cluster-plan.ts';
import { memberSigning } from './member-signing.ts';

export interface MemberOptions {
  /** Of the cluster on this machine; each member's folder lies in it. */
  readonly directory: string;
  readonly plan: ClusterPlan;
  /** Which of the plan's members this is. */
  readonly at: number;
  /** The pinned CometBFT. */
  readonly binary: string;
  readonly fileSystem: FileSystem;
}

export interface MemberOrdering {
  readonly engine: EngineProcess;
  /** For the node's options. */
  readonly sequencer: NonNullable<NodeOptions['sequencer']>;
  /** As well. */
  readonly cluster: ClusterSigning;
}

const PROPOSE_MS = 300;
const HEARTBEAT_MS = 1_000;
const POWER = 10;

/** One member of a cluster, its engine beside it: every one of equal weight. */
export function memberOrdering({ directory, plan, at, binary, fileSystem }: MemberOptions): MemberOrdering {
  const { chain, genesisMs, members } = plan;
  const folder = memberFolder(directory, at);
  const socketPath = join(folder, 'run', 'app.sock');
  const engine = new EngineProcess({
    binary,
    home: join(folder, 'engine'),
    config: {
      moniker: `member-${at}`,
      socketPath,
      rpcSocketPath: join(folder, 'run', 'rpc.sock'),
      peerAddress: `tcp://${members[at]?.peer ?? ''}`,
      peers: members.filter((_, other) => other !== at).map(({ nodeId, peer }) => `${nodeId}@${peer}`),
      proposeMs: PROPOSE_MS,
      heartbeatMs: HEARTBEAT_MS,
    },
    genesis: (founding) =>
      engineGenesisJson({
        chain,
        founding,
        timeMs: genesisMs,
        validators: members.map(({ validator: { address, publicKey } }, index) => ({
          ...{ address, publicKey: Buffer.from(publicKey, 'base64') },
          ...{ name: `member-${index}`, power: POWER },
        })),
      }),
  });
  const markFile = join(folder, 'engine-mark.json');
  const sequencer = cometbftSequencer({ chain, engine, socketPath, markFile, fileSystem });
  return { engine, sequencer, cluster: memberSigning(plan, at) };
}
