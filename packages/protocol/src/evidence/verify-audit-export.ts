import { base64urlDecode } from '../encoding/base64url.ts';
import { type JsonObject, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import type { BlockEntry } from '../entry/entry.ts';
import { ProtocolError } from '../errors.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { verifyInclusion } from '../log/verify-inclusion.ts';
import { isDigest } from '../transaction/identifiers.ts';
import { auditExportMalformed, auditKey, parseAuditExportHeader, parseAuditExportRow } from './audit-export.ts';
import { parseStateProof } from './state-proof.ts';
import { type VerifiedPlace, type VerifyOptions, verifyEntryProof } from './verify-entry-proof.ts';
import { verifyStateProof } from './verify-state-proof.ts';

export interface VerifyAuditExportOptions extends VerifyOptions {
  /** Each line that stood, in its order. */
  readonly onLine?: (line: JsonObject) => void;
}

/** An export of which every line stood in the stream as the ledger says it was. */
export interface VerifiedAuditExport {
  readonly stream: string;
  /** As the file says it was asked for; not proved. */
  readonly query: JsonObject;
  /** Lines the stream had when it was anchored. */
  readonly size: number;
  readonly rows: number;
  /** Numbers of the first and last line in the file. */
  readonly first?: number;
  readonly last?: number;
  /** No line between the first and the last is missing. */
  readonly isUnbroken: boolean;
  /** Milliseconds, and thumbprint of the key that said it. */
  readonly anchoredAt: number;
  readonly anchoredBy: string;
  readonly place: VerifiedPlace;
  readonly block: BlockEntry;
}

interface Anchor {
  readonly size: number;
  readonly root: Uint8Array;
  readonly at: number;
  readonly by: string;
}

/**
 * Checks an export against the ledger: the anchor stands in the state under a checkpoint of the log, and every line stands in
 * the anchored stream at the number it has. What the file does not prove: that nothing else would have been found; only where
 * its numbers run on without a gap is that said too.
 *
 * @param lines without their ends; an empty last one is passed over
 * @throws ProtocolError `audit-export-malformed`, `audit-export-anchor`, `audit-export-line`, `audit-export-order`, and what
 *   the parts of a proof throw
 */
export async function verifyAuditExport(
  lines: Iterable<string>,
  options: VerifyAuditExportOptions,
): Promise<VerifiedAuditExport> {
  const [head, ...rows] = [...lines].filter((line) => line !== '');
  if (head === undefined) throw auditExportMalformed(1);
  const header = parseAuditExportHeader(head);
  const { entry, ...place } = await verifyEntryProof(header.block, options);
  if (entry.type !== 'block') throw new ProtocolError('receipt-entry-type');
  const { stream, value, query } = header;
  const claim = { root: entry.stateRoot, key: auditKey(stream), value, proof: parseStateProof(header.state) };
  const isProved = header.origin === place.checkpoint.origin && verifyStateProof(claim, options.hash);
  if (!isProved) throw new ProtocolError('audit-export-anchor');
  const anchor = readAnchor(value);
  const seqs = rows.map((row, at) => checkRow(row, { at: at + 2, stream, anchor, options }));
  for (const [at, seq] of seqs.entries()) {
    if (at > 0 && seq <= (seqs[at - 1] ?? 0)) throw new ProtocolError('audit-export-order', { seq });
  }
  const [first, last] = [seqs[0], seqs.at(-1)];
  return {
    ...{ stream, query, size: anchor.size, rows: seqs.length },
    ...(first === undefined || last === undefined ? {} : { first, last }),
    isUnbroken: first === undefined || last === undefined || last - first === seqs.length - 1,
    ...{ anchoredAt: anchor.at, anchoredBy: anchor.by, place, block: entry },
  };
}

function readAnchor(value: string): Anchor {
  const { size, root, at, by } = parseStrictJsonObject(value);
  const isAnchor = typeof size === 'number' && typeof at === 'number' && typeof by === 'string';
  if (!isAnchor || typeof root !== 'string' || !isDigest(root)) throw new ProtocolError('audit-export-anchor');
  return { size, root: base64urlDecode(root), at, by };
}

interface RowCheck {
  /** Line of the file. */
  readonly at: number;
  readonly stream: string;
  readonly anchor: Anchor;
  readonly options: VerifyAuditExportOptions;
}

/** The number of a line that stood in the stream. */
function checkRow(text: string, { at, stream, anchor, options }: RowCheck): number {
  const { line, path } = parseAuditExportRow(text, at);
  const parsed = parseAuditLine(line, at);
  const { seq, via } = parsed;
  if (typeof seq !== 'number' || via !== stream) throw new ProtocolError('audit-export-line', { line: at });
  const { size, root } = anchor;
  const leaf = leafHash(utf8Encode(line), options.hash);
  if (!verifyInclusion({ leaf, index: seq, size, path, root }, options.hash))
    throw new ProtocolError('audit-export-line', { line: at, seq });
  options.onLine?.(parsed);
  return seq;
}

function parseAuditLine(text: string, at: number): JsonObject {
  try {
    return parseStrictJsonObject(text);
  } catch {
    throw auditExportMalformed(at);
  }
}
