import { publicKeyFromBytes, type Signer } from '@minglu/protocol';

/** Signs with a WebCrypto P-256 pair. The private key may be non-extractable. */
export const webCryptoSigner = async (pair: CryptoKeyPair): Promise<Signer> => {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey: publicKeyFromBytes('ES256', raw),
    sign: async (message) =>
      new Uint8Array(
        await crypto.subtle.sign(
          { name: 'ECDSA', hash: 'SHA-256' },
          pair.privateKey,
          message as Uint8Array<ArrayBuffer>,
        ),
      ),
  };
};
