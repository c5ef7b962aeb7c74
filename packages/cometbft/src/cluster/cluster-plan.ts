import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineKeys, openEngineKeys } from '../engine/engine-home.ts';

/** A validator as the others know it. */
export interface ClusterMember {
  readonly name: string;
  /** The engine's name of it among peers. */
  readonly nodeId: string;
  readonly validator: { readonly address: string; readonly publicKey: string };
  /** `host:port` where the other engines find it. */
  readonly peer: string;
  /** `host:port` where the other nodes bring their lines. */
  readonly lines: string;
  /** vkey that its checkpoints are signed under, in the chain's name. */
  readonly logKey: string;
}

/** What all members of a cluster agree on before its first block. */
export interface ClusterPlan {
  readonly format: 'minglu-cluster/v0';
  readonly chain: string;
  /** Time of the engine's first block, milliseconds; not before the ledger's last. */
  readonly genesisMs: number;
  readonly members: readonly ClusterMember[];
}

/** Where a member on this machine keeps what is its own. */
export function memberFolder(directory: string, at: number): string {
  return join(directory, String(at));
}

export interface NewCluster {
  readonly chain: string;
  readonly genesisMs: number;
  /** Of each member. */
  readonly members: readonly { readonly name: string; readonly logKey: string }[];
  /** Two free addresses a member. */
  readonly findAddresses: () => Promise<readonly { readonly peer: string; readonly lines: string }[]>;
}

/** The plan in `directory`; a new one, with the keys of each member in a folder of its own, where there is none. */
export async function openClusterPlan(directory: string, asked: NewCluster): Promise<ClusterPlan> {
  const file = join(directory, 'cluster.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return JSON.parse(text) as ClusterPlan;
  const { chain, genesisMs } = asked;
  const addresses = await asked.findAddresses();
  const members = await Promise.all(
    asked.members.map(async (member, at) => {
      const keys = await openEngineKeys(join(memberFolder(directory, at), 'engine'));
      return { ...memberOf(member.name, keys), peer: '', lines: '', ...addresses[at], logKey: member.logKey };
    }),
  );
  const plan: ClusterPlan = { format: 'minglu-cluster/v0', chain, genesisMs, members };
  await writeFile(file, `${JSON.stringify(plan)}\n`, { mode: 0o600, flag: 'wx' });
  return plan;
}

function memberOf(name: string, { node, validator }: EngineKeys): Pick<ClusterMember, 'name' | 'nodeId' | 'validator'> {
  const { address, publicKey } = validator;
  return {
    name,
    nodeId: node.address.toLowerCase(),
    validator: { address, publicKey: Buffer.from(publicKey).toString('base64') },
  };
}
