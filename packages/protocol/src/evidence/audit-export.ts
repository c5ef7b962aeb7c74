import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { isJsonObject, type JsonObject, type JsonValue, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { isDigest } from '../transaction/identifiers.ts';

/** First line of an export of an audit stream. */
export interface AuditExportHeader {
  readonly origin: string;
  /** `api`, or `department:<org>`. */
  readonly stream: string;
  /** What was asked for; texts and numbers. Nobody signed it: it says what the file means to be, and proves nothing. */
  readonly query: JsonObject;
  /** Text of the state record `audit/<stream>`: how long the stream was, and the root over its lines. */
  readonly value: string;
  readonly state: JsonValue;
  /** tlog-proof of the block under whose state root the record stands. */
  readonly block: string;
}

/** A line of the stream as its bytes stand there, with its way to the anchored root. */
export interface AuditExportRow {
  readonly line: string;
  readonly path: readonly Uint8Array[];
}

const TYPE = 'minglu-audit-export';
const MAX_LINE = 262_144;
/** RFC 6962 over at most 2^53 lines. */
const MAX_PATH = 53;
const STREAM = /^(api|department:[a-z][a-z0-9-]{1,62})$/;

export function auditKey(stream: string): string {
  return `audit/${stream}`;
}

export function formatAuditExportHeader({ origin, stream, query, value, state, block }: AuditExportHeader): string {
  return JSON.stringify({ v: 0, type: TYPE, origin, stream, query, value, state, block });
}

export function formatAuditExportRow({ line, path }: AuditExportRow): string {
  return JSON.stringify({ line, path: path.map((hash) => base64urlEncode(hash)) });
}

export function isAuditExport(text: string): boolean {
  return text.startsWith(`{"v":0,"type":"${TYPE}",`);
}

/** Throws `audit-export-malformed`. */
export function parseAuditExportHeader(text: string): AuditExportHeader {
  const { v, type, origin, stream, query, value, state, block, ...rest } = parseObject(text, 1);
  const isKnown = v === 0 && type === TYPE && Object.keys(rest).length === 0;
  const isNamed = typeof origin === 'string' && typeof stream === 'string' && STREAM.test(stream);
  const isProved = typeof value === 'string' && typeof block === 'string' && state !== undefined;
  if (!isKnown || !isNamed || !isProved || !isJsonObject(query)) throw auditExportMalformed(1);
  return { origin, stream, query, value, state, block };
}

/** Throws `audit-export-malformed` with the file's line, counted from 1. */
export function parseAuditExportRow(text: string, at: number): AuditExportRow {
  const { line, path, ...rest } = parseObject(text, at);
  const isRow = typeof line === 'string' && Array.isArray(path) && path.length <= MAX_PATH;
  if (!isRow || Object.keys(rest).length > 0) throw auditExportMalformed(at);
  return { line, path: (path as readonly JsonValue[]).map((hash) => hashOf(hash, at)) };
}

export function auditExportMalformed(line: number): ProtocolError {
  return new ProtocolError('audit-export-malformed', { line });
}

function parseObject(text: string, at: number): JsonObject {
  try {
    return parseStrictJsonObject(text, MAX_LINE);
  } catch {
    throw auditExportMalformed(at);
  }
}

function hashOf(json: JsonValue, at: number): Uint8Array {
  if (typeof json !== 'string' || !isDigest(json)) throw auditExportMalformed(at);
  return base64urlDecode(json);
}
