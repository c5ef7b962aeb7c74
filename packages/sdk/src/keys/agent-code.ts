import {
  base64urlDecode,
  base64urlEncode,
  equalBytes,
  type JsonObject,
  publicJwk,
  publicKeyFromBytes,
  sha256,
} from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';
import { sealingNameOf } from './keep-sealing-pair.ts';
import type { KeyStore } from './key-store.ts';

const TYPE = 'minglu-agent+v0';
const PREFIX = `${TYPE}.`;
const KID_BYTES = 32;
const POINT_BYTES = 64;
const CHECK_BYTES = 4;
const TICKET = /^[\w-]{43}$/;

/** What somebody who is to act for another shows: as text, or as a QR code. */
export interface AgentCode {
  /** Thumbprint of the key that will sign. */
  readonly kid: string;
  /** Public P-256 JWK of the key that will open what is sealed to the agent. */
  readonly sealingJwk: JsonObject;
  /** Of the department that keeps the register of persons, where it is to say that they are related. */
  readonly ticket?: string;
}

/** The code of an agent's keys in this store. Throws `key-missing`. */
export const formatAgentCode = async (store: KeyStore, kid: string, ticket?: string): Promise<string> => {
  const pair = await store.find(sealingNameOf(kid));
  if (pair === undefined) throw new SdkError('key-missing');
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)).slice(1);
  const said = joined(base64urlDecode(kid), point);
  const code = `${PREFIX}${base64urlEncode(joined(said, checkOf(said)))}`;
  return ticket === undefined ? code : `${code}.${ticket}`;
};

/** Reads a code as it was scanned or pasted. The check finds a letter that went lost on the way, not a forger. Throws `agent-code-malformed`. */
export const parseAgentCode = (text: string): AgentCode => {
  const [body = '', ticket, ...more] = text.trim().slice(PREFIX.length).split('.');
  const isFramed = text.trim().startsWith(PREFIX) && more.length === 0 && (ticket === undefined || TICKET.test(ticket));
  const bytes = isFramed ? findBytes(body) : undefined;
  if (bytes?.length !== KID_BYTES + POINT_BYTES + CHECK_BYTES) throw new SdkError('agent-code-malformed');
  const said = bytes.slice(0, -CHECK_BYTES);
  if (!equalBytes(checkOf(said), bytes.slice(-CHECK_BYTES))) throw new SdkError('agent-code-malformed');
  const point = joined(Uint8Array.of(4), said.slice(KID_BYTES));
  return {
    kid: base64urlEncode(said.slice(0, KID_BYTES)),
    sealingJwk: publicJwk(publicKeyFromBytes('ES256', point)),
    ...(ticket === undefined ? {} : { ticket }),
  };
};

const checkOf = (said: Uint8Array): Uint8Array => sha256(said).slice(0, CHECK_BYTES);

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
};

const findBytes = (body: string): Uint8Array | undefined => {
  try {
    return base64urlDecode(body);
  } catch {
    return undefined;
  }
};
