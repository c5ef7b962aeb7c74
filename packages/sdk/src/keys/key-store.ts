/** Where private keys stay: the store hands out a key to sign with, never its bytes. */
export interface KeyStore {
  put(kid: string, pair: CryptoKeyPair): Promise<void>;
  find(kid: string): Promise<CryptoKeyPair | undefined>;
  list(): Promise<readonly string[]>;
  remove(kid: string): Promise<void>;
}
