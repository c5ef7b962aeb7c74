import type { KeyStore } from './key-store.ts';

const STORE = 'keys';

/** Keys in the browser's IndexedDB, which stores a non-extractable key as itself: scripts can use it and not read it. */
export const indexedDbKeyStore = (name = 'minglu-keys', factory: IDBFactory = indexedDB): KeyStore => {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(factory, name);
    return opened;
  };
  const run = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await open()).transaction(STORE, mode);
    const answer = await settled(ask(transaction.objectStore(STORE)));
    if (mode === 'readwrite') await committed(transaction);
    return answer;
  };
  return {
    put: async (kid, pair) => {
      await run('readwrite', (store) => store.put(pair, kid));
    },
    find: (kid) => run<CryptoKeyPair | undefined>('readonly', (store) => store.get(kid)),
    list: async () => (await run('readonly', (store) => store.getAllKeys())).map(String),
    remove: async (kid) => {
      await run('readwrite', (store) => store.delete(kid));
    },
  };
};

const openDatabase = (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return settled(opening);
};

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
