import type { ClusterRequest } from './cluster/cluster-request.ts';

/** What the city needs from whoever starts it; it reads no clock, no environment and no arguments by itself. */
export interface CityOptions {
  /** Everything the city keeps lies under it. */
  readonly directory: string;
  /** Usual port of the first door; the others follow it. */
  readonly firstPort: number;
  /** Address of this machine in its network: serve there over TLS. Undefined: this machine only. */
  readonly lanAddress: string | undefined;
  /** Only the node and its witnesses: nobody and nothing invented. */
  readonly empty: boolean;
  /** Folders of services, or their bundles, to take in; those of earlier starts are there already. */
  readonly services?: readonly string[];
  /** Folder of the services that come with the program as data. */
  readonly shippedServices?: string;
  /** The built portal. */
  readonly portalDirectory: string | undefined;
  /** The `minglu` program, started once for each child. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  /** A ledger of invented records to begin with, as the set-up built it; undefined: the city begins with a few. */
  readonly snapshot?: string | undefined;
  /** Four departments order together, over this engine; undefined: this process orders alone. */
  readonly cluster?: ClusterRequest | undefined;
  readonly pid: number;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  /** A line for people. */
  print(line: string): void;
}
