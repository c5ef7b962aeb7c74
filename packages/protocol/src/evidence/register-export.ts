import { isJsonObject, type JsonObject, type JsonValue, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';

/** State key of the counter that deals out licence numbers; its `next` is how many there are. */
export const LICENCE_COUNTER_KEY = 'counter/licences';

/** What an export was asked for; nothing is everything. */
export interface RegisterFilter {
  /** Region code or its first levels. */
  readonly region?: string;
  /** Month of issue, `2026-11`, China's time. */
  readonly month?: string;
  readonly service?: string;
}

/** First line of an export. */
export interface ExportHeader {
  readonly origin: string;
  readonly filter: RegisterFilter;
  /** Value text of the counter; null when no licence was ever issued. */
  readonly counter: string | null;
  readonly state: JsonValue;
  /** tlog-proof of the block under whose state root the counter and the rows up to the next block line stand. */
  readonly block: string;
}

/** A licence with its proof; `value` is its record's text. */
export interface ExportRow {
  readonly number: string;
  readonly value: string;
  readonly state: JsonValue;
}

const TYPE = 'minglu-register-export';
const MAX_LINE = 262_144;
const PATTERNS: Readonly<Record<keyof RegisterFilter, RegExp>> = {
  region: /^([0-9]{2}){1,3}$/,
  month: /^[1-9][0-9]{3}-(0[1-9]|1[0-2])$/,
  service: /^[a-z][a-z0-9-]{1,62}$/,
};

export function formatExportHeader({ origin, filter, counter, state, block }: ExportHeader): string {
  return JSON.stringify({ v: 0, type: TYPE, origin, filter, counter, state, block });
}

export function isRegisterExport(text: string): boolean {
  return text.startsWith(`{"v":0,"type":"${TYPE}",`);
}

/** Throws `export-malformed`. */
export function parseExportHeader(line: string): ExportHeader {
  const { v, type, origin, filter, counter, state, block } = parseExportLine(line, 1);
  const known = v === 0 && type === TYPE && typeof origin === 'string' && typeof block === 'string';
  const isCounted = counter === null || typeof counter === 'string';
  if (!known || !isCounted || state === undefined || !isJsonObject(filter)) throw malformed(1);
  for (const [name, value] of Object.entries(filter)) {
    const pattern = Object.hasOwn(PATTERNS, name) ? PATTERNS[name as keyof RegisterFilter] : undefined;
    if (typeof value !== 'string' || pattern?.test(value) !== true) throw malformed(1);
  }
  return { origin, filter: filter as RegisterFilter, counter, state, block };
}

/** One line as an object. Throws `export-malformed` with its number, counted from 1. */
export function parseExportLine(line: string, at: number): JsonObject {
  try {
    return parseStrictJsonObject(line, MAX_LINE);
  } catch {
    throw malformed(at);
  }
}

export function malformed(line: number): ProtocolError {
  return new ProtocolError('export-malformed', { line });
}
