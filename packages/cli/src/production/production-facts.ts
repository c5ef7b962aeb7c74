/** What a process would go into service with: all that the rules look at, and nothing they could look at by themselves. */
export interface ProductionFacts {
  readonly chain: string;
  /** Private keys and secrets of 32 bytes, by the file they lie in. */
  readonly secrets: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** Thumbprints of public keys it trusts with power, by what they are. */
  readonly trusted: readonly { readonly name: string; readonly kid: string }[];
  /** Secrets that a person may have typed, by the file they lie in. */
  readonly credentials: readonly { readonly file: string; readonly text: string }[];
  /** Files and folders nobody but their user may read. */
  readonly guarded: readonly { readonly file: string; readonly mode: number }[];
  /** Files of a demonstration that lie in the folder. */
  readonly leftovers: readonly string[];
  readonly providers: readonly { readonly id: string; readonly issuer: string }[];
  /** Whether its own configuration says that people may be picked from a list. */
  readonly isDemo: boolean;
  /** Invented people it would begin with. */
  readonly people: number;
  readonly metrics: 'open' | 'off' | 'token' | undefined;
  readonly logLevel: string;
  readonly isInspected: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** Hosts at which people reach it, as its own settings say. */
  readonly hosts: readonly string[];
  /** Whether lines of the trail are sent to another system. */
  readonly isCollected: boolean;
  readonly nowMs: number;
  /** What others' clocks said; undefined where one did not answer. */
  readonly clocks: readonly { readonly url: string; readonly timeMs: number | undefined }[];
  /** When the newest file it wrote was written. */
  readonly newestFileMs: number;
}
