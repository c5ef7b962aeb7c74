import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmailOptions, MessageChannels, SmsOptions } from '@minglu/department';
import { isJsonObject, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { UsageError } from './arguments.ts';

const TLS = ['implicit', 'required', 'if-offered'] as const;

/**
 * `<directory>/messages.json`, where the operator put one; passwords stand in it, so nothing here writes it:
 * `{"email"?:{"host","port","tls":"implicit"|"required"|"if-offered","from","user"?,"password"?,"ca"?},"sms"?:{"url","keyId","secret"}}`.
 */
export async function readMessageChannels(directory: string): Promise<MessageChannels> {
  const path = join(directory, 'messages.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  const { email, sms } = parse(path, text);
  return {
    ...(isJsonObject(email) ? { email: emailOf(email) } : {}),
    ...(isJsonObject(sms) ? { sms: smsOf(sms) } : {}),
  };
}

function parse(path: string, text: string): JsonObject {
  try {
    return parseStrictJsonObject(text.trim());
  } catch {
    throw new UsageError(`读不懂 not strict JSON: ${path}`);
  }
}

function emailOf(email: JsonObject): EmailOptions {
  const { port, user, password, ca } = email;
  const tls = TLS.find((one) => one === email.tls);
  if (typeof port !== 'number' || tls === undefined) throw new UsageError('messages.json: email.port, email.tls');
  return {
    host: text(email, 'host'),
    port,
    tls,
    from: text(email, 'from'),
    ...(typeof user === 'string' ? { user } : {}),
    ...(typeof password === 'string' ? { password } : {}),
    ...(typeof ca === 'string' ? { ca } : {}),
  };
}

function smsOf(sms: JsonObject): SmsOptions {
  return { url: text(sms, 'url'), keyId: text(sms, 'keyId'), secret: text(sms, 'secret') };
}

function text(value: JsonObject, member: string): string {
  const found = value[member];
  if (typeof found !== 'string' || found === '') throw new UsageError(`messages.json: ${member}`);
  return found;
}
