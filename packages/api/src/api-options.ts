import type { AuditFiles } from '@minglu/audit';
import type { Signer } from '@minglu/protocol';
import type { LedgerNode } from './api-node.ts';
import type { CertificateOptions } from './certificates/certificate-options.ts';
import type { ClientOptions } from './clients/client-options.ts';
import type { SignInOptions } from './sign-in/provider-options.ts';
import type { VaultLimits } from './vault/vault.ts';

/** A division by its code (GB/T 2260) and its names; who answers for a service there stands on the ledger. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly english: string;
}

/** A process beside this one, as whoever started it sees it. */
export interface CityProcess {
  readonly name: string;
  readonly kind: 'department' | 'witness' | 'monitor' | 'time-stamp' | 'identity';
  /** Organisations whose process it is. */
  readonly organs: readonly string[];
  /** `restarting` from its death until it serves again. */
  readonly state: 'starting' | 'running' | 'restarting' | 'stopped';
  /** Milliseconds. */
  readonly since: number;
  readonly restarts: number;
  /** How it died last: a signal or an exit code. */
  readonly lastEnd?: string;
  /** Work of it that fails while it runs: reading the log and making documents (`follow`), sending messages (`post`), anchoring the trail (`audit`). */
  readonly troubles: readonly {
    readonly organ: string;
    readonly part: 'follow' | 'post' | 'list' | 'audit';
    /** See the operators' guide. */
    readonly code: string;
    readonly since: number;
  }[];
}

/** Plain values only: whoever starts the server brings the clock, the randomness, the keys and the directories. */
export interface ApiOptions {
  readonly node: LedgerNode;
  /** The chain's name, which is also the log's origin. */
  readonly chain: string;
  readonly city: {
    readonly name: string;
    readonly demo: boolean;
    readonly regions?: readonly Region[];
    /** How the processes beside this one are doing, where somebody watches them. */
    readonly processes?: () => readonly CityProcess[];
  };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Text of the signed trust file, served as it is. */
  readonly trust: string;
  /** Built portal; without it only the API is served. */
  readonly portalDirectory?: string;
  /** Answers that stand before the portal's own files, JSON by address: what came after it was built. */
  readonly portalFiles?: ReadonlyMap<string, string>;
  /** Where the disposable read model lives; its own directory, never the ledger's. */
  readonly dataDirectory: string;
  /** Where sealed documents lie: not disposable, backed up with the ledger. */
  readonly vaultDirectory: string;
  /** Where the trail of who did and saw what lies: kept, backed up with the ledger. */
  readonly auditDirectory: string;
  /** Where accounts and their passkeys lie: not disposable, backed up with the ledger. */
  readonly accountsDirectory: string;
  /** Key with the role `recorder` of the platform, which anchors the trail in the ledger; without it nothing is anchored. */
  readonly recorder?: Signer;
  /** Where monitors keep inconsistencies: a directory of JSON files or a monitor's address. */
  readonly evidence?: { readonly directory?: string; readonly monitorUrl?: string };
  /** Origins the server's own pages come from, where something stands before it; else its own address as it was asked. */
  readonly origins?: readonly string[];
  /** Origins of departments' processes that pages may call (Content-Security-Policy connect-src). */
  readonly connectOrigins?: readonly string[];
  /** Who may read the figures at `/metrics`: anybody (the default), nobody, or whoever brings this token as bearer. */
  readonly metrics?: 'open' | 'off' | { readonly token: string };
  /** OpenID providers; without it, people sign in with keys alone. */
  readonly signIn?: SignInOptions;
  /** Domain that passkeys are made for, where it is not the host of the pages: a domain above it (WebAuthn, 5.1.2). */
  readonly passkeys?: { readonly rpId: string };
  /** A door that asks for client certificates, for staff and systems; only with `tls`. */
  readonly certificates?: CertificateOptions;
  /** How much other systems may ask. */
  readonly clients?: ClientOptions;
  readonly nowMs: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Takes one JSON line per call. */
  readonly logSink: { write(line: string): void };
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Another disk for the trail, for tests. */
  readonly auditFiles?: AuditFiles;
  /** Overrides of what the vault lets strangers keep, for tests. */
  readonly vaultLimits?: Partial<VaultLimits>;
  /** Overrides of the time limits, for tests. */
  readonly limits?: {
    readonly requestTimeoutMs?: number;
    readonly headersTimeoutMs?: number;
    /** How long nothing may move on a connection with a request before it is asked a last time. */
    readonly connectionTimeoutMs?: number;
  };
}
