import { base64urlEncode } from '@minglu/protocol';

/** 128 random bits in base64url: a transaction's id, a salt, a nonce. */
export const randomId = (): string => base64urlEncode(crypto.getRandomValues(new Uint8Array(16)));
