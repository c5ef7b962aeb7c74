import {
  formatAuditExportHeader,
  formatAuditExportRow,
  type JsonObject,
  type JsonValue,
  parseStrictJsonObject,
} from '@minglu/protocol';
import { AuditError } from './audit-error.ts';
import type { AuditQuery, OpenAuditStream } from './audit-stream.ts';
import { formatLine } from './parse-line.ts';

/** Lines in one file; whoever wants more asks for a shorter time. */
export const MAX_EXPORT_LINES = 10_000;
const PAGE = 1_000;

/** What the ledger says of the stream, with its proof, as `GET /api/state` gives it for `audit/<stream>`. */
export interface AnchorProof {
  readonly value: string;
  readonly state: JsonValue;
  readonly block: string;
}

export interface ExportedStream {
  /** The file. */
  readonly text: string;
  readonly lines: number;
  /** Lines that fit and came after the anchor: they are in the next file. */
  readonly later: number;
  /** More than one file holds fit; these are the first. */
  readonly isCut: boolean;
}

/**
 * The lines that fit, each with its way to the root that the ledger knows: whoever has the trust file checks them without
 * this stream and without us. Throws `audit-unavailable` where the anchor is not of this stream.
 */
export async function exportStream(
  stream: OpenAuditStream,
  query: Omit<AuditQuery, 'limit' | 'after' | 'before'>,
  { chain, anchor }: { readonly chain: string; readonly anchor: AnchorProof },
): Promise<ExportedStream> {
  const { size } = parseStrictJsonObject(anchor.value);
  if (typeof size !== 'number' || size > stream.size) throw new AuditError('audit-unavailable');
  const tree = stream.tree(size);
  const rows: string[] = [];
  let [later, isCut] = [0, false];
  for (let after: number | undefined = -1; after !== undefined && !isCut; ) {
    const page = await stream.read({ ...query, after, limit: PAGE });
    for (const line of page.lines) {
      if (line.seq >= size) later += 1;
      else if (rows.length === MAX_EXPORT_LINES) isCut = true;
      else rows.push(formatAuditExportRow({ line: formatLine(line), path: tree.inclusionPath(line.seq) }));
    }
    after = page.next;
  }
  const asked = JSON.parse(JSON.stringify(query)) as JsonObject;
  const head = formatAuditExportHeader({ origin: chain, stream: stream.name, query: asked, ...anchor });
  return { text: [head, ...rows, ''].join('\n'), lines: rows.length, later, isCut };
}
