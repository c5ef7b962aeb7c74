import { isUtf8 } from 'node:buffer';
import { ApiError } from '../api-error.ts';
import { findDuplicateKey } from './find-duplicate-key.ts';
import { readSubmission } from './read-submission.ts';

const MAX_DEPTH = 16;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a request body as I-JSON (RFC 7493): duplicate keys, prototype keys, unsafe integers and depth above 16 are
 * refused. Whitespace and escapes are the client's business here (the strict text rules hold for what is signed, and the
 * protocol's own parser enforces them there).
 */
export const parseStrictBody = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw new ApiError('body-not-utf8');
  const text = bytes.toString('utf8');
  const submission = readSubmission(text);
  if (submission !== undefined) return submission;
  const value = parseJson(text);
  checkShape(value, 0);
  // A text that is its own re-serialisation cannot hold a key twice; only other texts need the slow scan.
  if (JSON.stringify(value) !== text && findDuplicateKey(text) !== undefined) throw new ApiError('duplicate-key');
  return value;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body; the body may name a person. It is dropped.
    throw new ApiError('json-malformed');
  }
};

const checkShape = (value: unknown, depth: number): void => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new ApiError('number-unsafe');
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_DEPTH) throw new ApiError('json-too-deep', { limit: MAX_DEPTH });
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new ApiError('prototype-key');
    checkShape((value as Record<string, unknown>)[key], depth + 1);
  }
};
