import { base64urlDecode, base64urlEncode, utf8Decode, utf8Encode } from '@minglu/protocol';
import type { DraftKey } from '../department/department-client.ts';
import { SdkError } from '../sdk-error.ts';
import { openBytes, sealWith } from '../vault/content-key.ts';

/** A new place and key for a draft of this service. */
export const makeDraftKey = (service: string): DraftKey => ({ service, slot: secret(), key: secret() });

/** Seals a draft's text for its place and version: base64url of AES-256-GCM. */
export const sealDraft = async (at: DraftKey, version: number, text: string): Promise<string> =>
  base64urlEncode(await sealWith(at.key, utf8Encode(text), contextOf(at, version)));

/**
 * The text; throws `draft-unreadable`. Place and version are bound in: a server that answers with an old draft under a
 * new number, or with another's, is found out.
 */
export const openDraft = async (at: DraftKey, version: number, sealed: string): Promise<string> => {
  try {
    return utf8Decode(await openBytes(at.key, base64urlDecode(sealed), contextOf(at, version)));
  } catch {
    throw new SdkError('draft-unreadable');
  }
};

const contextOf = ({ service, slot }: DraftKey, version: number): string =>
  `minglu draft v0\n${service}\n${slot}\n${version}`;

const secret = (): string => base64urlEncode(crypto.getRandomValues(new Uint8Array(32)));
