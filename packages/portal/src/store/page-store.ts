/** A sealed page as it lies in this browser: ciphertext, opened only with the key in the draft or the case. */
interface StoredPage {
  readonly digest: string;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** When the vault took it; it keeps what nobody names for a day. */
  readonly uploadedAt?: number;
}

/** A database of its own: large things, and nothing whose loss would be more than a photo taken again. */
const NAME = 'minglu-pages';
const PAGES = 'pages';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PAGES, { keyPath: 'digest' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<Result>(
  mode: IDBTransactionMode,
  action: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const transaction = (await open()).transaction(PAGES, mode);
  const request = action(transaction.objectStore(PAGES));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export async function savePage(page: StoredPage): Promise<void> {
  await run('readwrite', (store) => store.put(page));
}

export async function findPage(digest: string): Promise<StoredPage | undefined> {
  return (await run('readonly', (store) => store.get(digest))) as StoredPage | undefined;
}

export async function forgetPage(digest: string): Promise<void> {
  await run('readwrite', (store) => store.delete(digest));
}
