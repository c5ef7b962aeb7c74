import {
  type AnchorProof,
  type AuditEntry,
  AuditError,
  type AuditFiles,
  type AuditPage,
  type AuditQuery,
  type AuditRoot,
  type CutNote,
  type ExportedStream,
  exportStream,
  type OpenAuditStream,
  openAuditStream,
} from '@minglu/audit';
import { base64urlDecode } from '@minglu/protocol';
import type { Logger } from 'pino';
import type { LedgerNode } from '../api-node.ts';
import { readRecord } from '../queries/read-record.ts';

/** The door's own stream. */
export const API_STREAM = 'api';

export interface AuditDoorOptions {
  readonly directory: string;
  readonly chain: string;
  readonly node: LedgerNode;
  readonly log: Logger;
  readonly files?: AuditFiles;
}

/**
 * The door's trail. A stream that cannot be opened leaves the door standing: what anybody may know is still told, and
 * whatever would have to be recorded is refused.
 */
export class AuditDoor {
  readonly #options: AuditDoorOptions;
  #stream: OpenAuditStream | undefined;
  #trouble: string | undefined;

  constructor(options: AuditDoorOptions) {
    this.#options = options;
  }

  /** Why nothing can be recorded: a code. */
  get trouble(): string | undefined {
    if (this.#stream === undefined) return this.#trouble ?? 'audit-unavailable';
    return this.#stream.isWritable ? undefined : 'audit-unavailable';
  }

  get size(): number {
    return this.#stream?.size ?? 0;
  }

  /** What a start cut off: bytes no answer ever waited for. */
  get cut(): CutNote | undefined {
    return this.#stream?.cut;
  }

  async open(): Promise<void> {
    const { directory, log, files } = this.#options;
    try {
      this.#stream = await openAuditStream({
        directory,
        stream: API_STREAM,
        ...(files === undefined ? {} : { files }),
        ...this.#anchored(),
      });
      if (this.#stream.cut !== undefined) log.warn({ event: 'audit-torn-tail', ...this.#stream.cut });
    } catch (error) {
      const { code, facts } = error instanceof AuditError ? error : { code: 'audit-unavailable', facts: {} };
      this.#trouble = code;
      log.error({ event: code, ...facts });
    }
  }

  /** Resolves when the line is durable. Rejects `audit-unavailable`: then whatever it is about must not be answered. */
  async append(entry: Omit<AuditEntry, 'via'>): Promise<void> {
    if (this.#stream === undefined) throw new AuditError('audit-unavailable');
    await this.#stream.append({ ...entry, via: API_STREAM });
  }

  read(query: AuditQuery): Promise<AuditPage> {
    return this.#open().read(query);
  }

  root(size?: number): AuditRoot {
    return this.#open().root(size);
  }

  /** Lines with their proofs; see `exportStream`. */
  export(query: Omit<AuditQuery, 'limit' | 'after' | 'before'>, anchor: AnchorProof): Promise<ExportedStream> {
    return exportStream(this.#open(), query, { chain: this.#options.chain, anchor });
  }

  async close(): Promise<void> {
    await this.#stream?.close();
  }

  #open(): OpenAuditStream {
    if (this.#stream === undefined) throw new AuditError('audit-unavailable');
    return this.#stream;
  }

  #anchored(): { anchored?: AuditRoot } {
    const record = readRecord(this.#options.node, `audit/${API_STREAM}`);
    if (typeof record?.size !== 'number' || typeof record.root !== 'string') return {};
    return { anchored: { size: record.size, root: base64urlDecode(record.root) } };
  }
}
