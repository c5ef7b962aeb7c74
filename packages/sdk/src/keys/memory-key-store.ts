import type { KeyStore } from './key-store.ts';

/** Keys that live as long as the process: for Node, tests, and browsers that refuse storage. */
export const memoryKeyStore = (): KeyStore => {
  const pairs = new Map<string, CryptoKeyPair>();
  return {
    put: async (kid, pair) => {
      pairs.set(kid, pair);
    },
    find: async (kid) => pairs.get(kid),
    list: async () => [...pairs.keys()],
    remove: async (kid) => {
      pairs.delete(kid);
    },
  };
};
