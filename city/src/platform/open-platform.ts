import { type ApiOptions, startApi } from '@minglu/api';
import type { ContractRunner, Genesis } from '@minglu/ledger';
import { type Clock, type LedgerNode, type NodeOptions, openNode } from '@minglu/node';
import type { Signer } from '@minglu/protocol';

export type Door = Pick<
  ApiOptions,
  | 'host'
  | 'port'
  | 'tls'
  | 'origins'
  | 'portalDirectory'
  | 'portalFiles'
  | 'connectOrigins'
  | 'evidence'
  | 'city'
  | 'signIn'
  | 'passkeys'
  | 'certificates'
  | 'clients'
  | 'metrics'
  | 'logLevel'
>;

export interface PlatformOptions {
  readonly ledgerDirectory: string;
  readonly readModelDirectory: string;
  readonly vaultDirectory: string;
  readonly auditDirectory: string;
  readonly accountsDirectory: string;
  /** Anchors the trail; without it nothing is anchored. */
  readonly recorder?: Signer;
  readonly genesis: Genesis;
  /** Signed transactions of block 0; read only when the directory is empty. */
  readonly founding: readonly string[];
  readonly log: Signer;
  readonly clock: Clock;
  readonly contracts: ContractRunner;
  readonly witnesses: NodeOptions['witnesses'];
  /** Who orders, where that is not this process alone. */
  readonly sequencer?: NodeOptions['sequencer'];
  /** How it signs with the members of a cluster, where it is one. */
  readonly cluster?: NodeOptions['cluster'];
  /** Text of the signed trust file. */
  readonly trust: string;
  readonly door: Door;
  randomBytes(length: number): Uint8Array;
  /** Takes the API's log, one JSON line a call. */
  writeLog(line: string): void;
}

/** Node and API in one process. */
export interface Platform {
  readonly node: LedgerNode;
  readonly url: string;
  close(): Promise<void>;
}

export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { genesis, clock, door } = options;
  const node = await openNode({
    directory: options.ledgerDirectory,
    genesis,
    genesisTransactions: options.founding.map((jws) => ({ jws })),
    signer: options.log,
    clock,
    contracts: options.contracts,
    witnesses: options.witnesses,
    ...(options.sequencer === undefined ? {} : { sequencer: options.sequencer }),
    ...(options.cluster === undefined ? {} : { cluster: options.cluster }),
  });
  try {
    const api = await startApi({
      ...door,
      node,
      chain: genesis.chain,
      trust: options.trust,
      dataDirectory: options.readModelDirectory,
      vaultDirectory: options.vaultDirectory,
      auditDirectory: options.auditDirectory,
      accountsDirectory: options.accountsDirectory,
      ...(options.recorder === undefined ? {} : { recorder: options.recorder }),
      nowMs: () => clock.nowMs(),
      random: options.randomBytes,
      logSink: { write: (line) => options.writeLog(line) },
    });
    const close = async () => {
      await api.close();
      await node.close();
    };
    return { node, url: api.url, close };
  } catch (error) {
    await node.close();
    throw error;
  }
}
