import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '@minglu/protocol';
import { parseStrictJson, utf8Decode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** Sealed documents are small here (a JWE of a few KB); attachments will go through the vault. */
const BODY_LIMIT_BYTES = 65_536;

/** The request's body as a strict JSON object; anything else is request-malformed, more than 64 KiB body-too-large. */
export async function readBody(request: IncomingMessage): Promise<JsonObject> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not destroyed on the way out: the refusal still has to reach whoever sent too much.
  const stream: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > BODY_LIMIT_BYTES) throw new DepartmentError('body-too-large', { limitBytes: BODY_LIMIT_BYTES });
    chunks.push(chunk);
  }
  const value = parse(Buffer.concat(chunks));
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new DepartmentError('request-malformed');
  return value as JsonObject;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseStrictJson(utf8Decode(bytes));
  } catch {
    throw new DepartmentError('request-malformed', { reason: 'not strict JSON' });
  }
}

/** A member that must be a string of the given form. */
export function textMember(body: JsonObject, name: string, form: RegExp): string {
  const value = body[name];
  if (typeof value !== 'string' || !form.test(value)) throw new DepartmentError('request-malformed', { member: name });
  return value;
}
