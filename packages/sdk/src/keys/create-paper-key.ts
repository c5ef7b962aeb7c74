import { base64urlDecode, type Signer } from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';
import { webCryptoSigner } from './web-crypto-signer.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A case key that goes on paper and is kept nowhere else. */
export interface PaperKey {
  readonly signer: Signer;
  /** 32 bytes: who has them, has the key. */
  readonly secret: Uint8Array;
}

/** For somebody without a device of their own: never stored, and gone from this page when the page forgets it. */
export const createPaperKey = async (): Promise<PaperKey> => {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const { d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (d === undefined) throw new SdkError('key-missing');
  return { signer: await webCryptoSigner(pair), secret: base64urlDecode(d) };
};
