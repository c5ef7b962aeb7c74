import { createServer } from 'node:net';
import { join } from 'node:path';
import { diskFileSystem, type LedgerNode, nativeSigner, openNode } from '@minglu/node';
import { CHAIN, START } from '@minglu/node/testing';
import { formatVkey, vkeyOf } from '@minglu/protocol';
import { type ClusterPlan, memberFolder, openClusterPlan } from '../cluster/cluster-plan.ts';
import { memberOrdering } from '../cluster/member-ordering.ts';
import type { EngineProcess } from '../engine/engine-process.ts';
import { type Founding, townOptions } from './engine-town.ts';

export interface RunningMember {
  readonly node: LedgerNode;
  readonly engine: EngineProcess;
}

/** Validators of one town on one machine, each with keys, data and port of its own. */
export function layOutCluster(directory: string, count: number): Promise<ClusterPlan> {
  const members = Array.from({ length: count }, (_, at) => ({
    name: `机关 ${at}`,
    logKey: formatVkey(vkeyOf(CHAIN, 'log', memberSigner(at).publicKey)),
  }));
  const findAddresses = async () => {
    const free = (await freePorts(2 * count)).map((port) => `127.0.0.1:${port}`);
    return members.map((_, at) => ({ peer: free[at] ?? '', lines: free[count + at] ?? '' }));
  };
  return openClusterPlan(directory, { chain: CHAIN, genesisMs: START + 1_000, members, findAddresses });
}

/** Each member's own key of the log. */
export const memberSigner = (at: number) => nativeSigner('Ed25519', new Uint8Array(32).fill(at + 1));

export async function openMember(
  plan: ClusterPlan,
  at: number,
  where: { readonly directory: string; readonly binary: string; readonly founding: Founding },
): Promise<RunningMember> {
  const { directory, binary, founding } = where;
  const { engine, ...ordering } = memberOrdering({ directory, plan, at, binary, fileSystem: diskFileSystem });
  const options = townOptions(join(memberFolder(directory, at), 'ledger'), founding);
  return { node: await openNode({ ...options, signer: memberSigner(at), ...ordering }), engine };
}

/** All held at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(server));
      });
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
