import { ProtocolError } from '../errors.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** UTF-16 units of the longest text parsed when the caller names no other limit. */
export const MAX_JSON_LENGTH = 32_768;
/** A scalar has depth 0; each array or object adds one. */
export const MAX_JSON_DEPTH = 16;

const DIGITS_ONLY = /^[0-9]+$/;

/**
 * Strict I-JSON (RFC 7493): the value of `text`, which must be exactly its own re-serialisation, so that whoever
 * hashes, stores or shows it speaks of the same thing. Throws `json-*`.
 *
 * Equality with the re-serialisation refuses duplicate keys, white space, odd escapes, exponents, fractions written
 * twice and -0; the walk before it refuses what would survive that.
 */
export function parseStrictJson(text: string, maxLength: number = MAX_JSON_LENGTH): JsonValue {
  if (text.length > maxLength) throw new ProtocolError('json-too-long', { maxLength });
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw new ProtocolError('json-malformed');
  }
  // The walk comes first: it bounds the depth, and with it the recursion inside JSON.stringify.
  walk(value, 0);
  if (JSON.stringify(value) !== text) throw new ProtocolError('json-not-canonical');
  return value;
}

/** As `parseStrictJson`, of a text that must be an object. */
export function parseStrictJsonObject(text: string, maxLength: number = MAX_JSON_LENGTH): JsonObject {
  const value = parseStrictJson(text, maxLength);
  if (!isJsonObject(value)) throw new ProtocolError('json-value');
  return value;
}

/** The strict text of `value`, or the error its reader would meet (`json-value` for what JSON cannot say). */
export function formatStrictJson(value: JsonValue): string {
  walk(value, 0);
  return JSON.stringify(value);
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Recursion is bounded by MAX_JSON_DEPTH. */
function walk(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new ProtocolError('json-lone-surrogate');
  } else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new ProtocolError('json-number');
  } else if (typeof value === 'object' && value !== null) {
    if (depth === MAX_JSON_DEPTH) throw new ProtocolError('json-depth', { maxDepth: MAX_JSON_DEPTH });
    if (Array.isArray(value)) for (const item of value) walk(item, depth + 1);
    else walkObject(value, depth + 1);
  } else if (value !== null && typeof value !== 'boolean') {
    throw new ProtocolError('json-value');
  }
}

function walkObject(value: object, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new ProtocolError('json-value');
  for (const key of Object.keys(value)) {
    checkKey(key);
    walk((value as Record<string, unknown>)[key], depth);
  }
}

/** Keys of digits change the order of an object; the three names change what an object is. */
function checkKey(key: string): void {
  const first = key.charCodeAt(0);
  if (first <= 0x39) {
    if (DIGITS_ONLY.test(key)) throw new ProtocolError('json-key');
  } else if (first === 0x5f || first === 0x63 || first === 0x70) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new ProtocolError('json-key');
  }
  if (!key.isWellFormed()) throw new ProtocolError('json-lone-surrogate');
}
