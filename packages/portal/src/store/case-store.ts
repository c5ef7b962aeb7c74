import type { OwnAttachment } from '@minglu/sdk';
import type { Particulars } from '../forms/particulars.ts';
import type { CaseBody } from '../server/ledger.ts';
import { idb } from './idb.ts';

/** One application made in this browser. Its key lies beside it, in the sdk's key store, under `kid`. */
export interface StoredCase {
  /** The transaction's id, which is the case's. */
  readonly id: string;
  readonly service: string;
  readonly createdAt: number;
  readonly kid: string;
  readonly body: CaseBody;
  /** What was registered and filed beside it, so that it is kept when the case is filed anew. */
  readonly particulars?: Particulars;
  /** What was typed on a form that the service brings, by question: kept when the case is filed anew. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Salt and value that open the operator's commitment; they travel on the licence file only. */
  readonly operator: { readonly salt: string; readonly value: string };
  /** Documents that the case names, with their keys. */
  readonly attachments?: readonly OwnAttachment[];
  /** Kept so that a lost answer can be asked for again: the same bytes get the first receipt. */
  readonly transaction: string;
  readonly sidecar: string;
  readonly receipt?: string;
  /** Somebody else's: `kid` is then the key by which this browser acts in the holder's place. */
  readonly represented?: Represented;
  /** Never of one that is stored: an annulment asked for with a key of this browser, as its letters are read. */
  readonly annulment?: true;
}

/** What an agent holds of a mandate; the chain decides again each time. */
export interface Represented {
  /** Thumbprint of the holder's key. */
  readonly principal: string;
  readonly form: 'legal-representative' | 'handler' | 'guardian' | 'close-relative';
  readonly deeds: readonly string[];
  readonly until: number;
}

export async function saveCase(stored: StoredCase): Promise<void> {
  await idb('readwrite', (store) => store.put(stored));
}

export async function findCase(id: string): Promise<StoredCase | undefined> {
  return (await idb('readonly', (store) => store.get(id))) as StoredCase | undefined;
}

/** One's own, newest first. */
export async function listCases(): Promise<StoredCase[]> {
  return (await listAll()).filter(({ represented }) => represented === undefined);
}

/** Those of others for whom this browser acts. */
export async function listRepresented(): Promise<StoredCase[]> {
  return (await listAll()).filter(({ represented }) => represented !== undefined);
}

export async function removeCase(id: string): Promise<void> {
  await idb('readwrite', (store) => store.delete(id));
}

async function listAll(): Promise<StoredCase[]> {
  const all = (await idb('readonly', (store) => store.getAll())) as StoredCase[];
  return all.sort((a, b) => b.createdAt - a.createdAt);
}
