/** What a stream does to a disk; the machine's own is `diskFiles`. A test brings one that it can cut and refuse. */
export interface AuditFile {
  /** All of `bytes` at `position`, or an error after which the file's content there is unknown. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** What was written survives a power cut once this resolves; after it rejects nobody may call it again on this file. */
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export interface AuditFiles {
  /** Made when absent, content kept. */
  open(path: string, mode: 'write'): Promise<AuditFile>;
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** The same without leaving the loop. */
  readFileNow(path: string): Uint8Array | undefined;
  /** Names, unordered; none when there is no such directory. */
  list(directory: string): Promise<readonly string[]>;
  makeDirectory(directory: string): Promise<void>;
  syncDirectory(directory: string): Promise<void>;
}
