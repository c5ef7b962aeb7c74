import type { JsonObject } from '@minglu/protocol';
import { type DepartmentClient, findCaseKey, indexedDbKeyStore, signCaseProof } from '@minglu/sdk';
import { api, departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { fetchCase } from '../server/ledger.ts';
import type { StoredCase } from '../store/case-store.ts';

/** The department that decides a case, as its holder's browser reaches it. */
export interface CaseDoor {
  readonly organ: string;
  readonly name: string;
  readonly department: DepartmentClient;
  /** A proof by the case's key for this department alone. */
  prove(purpose: string, content?: JsonObject): Promise<string>;
}

const TIMEOUT_MS = 8_000;
/** A case's organ never changes. */
const organs = new Map<string, string>();

/** Undefined when the chain does not know the case (it was never sent), or this browser lost its key. */
export async function findCaseDoor({ id, kid }: Pick<StoredCase, 'id' | 'kid'>): Promise<CaseDoor | undefined> {
  const organ = organs.get(id) ?? (await organOf(id));
  const signer = await findCaseKey(indexedDbKeyStore(), kid);
  if (organ === undefined || signer === undefined) return undefined;
  organs.set(id, organ);
  const { chain, departments } = await city();
  const found = departments.find((one) => one.id === organ);
  if (found === undefined) throw new PortalError('unreachable');
  const draft = { chain, organisation: organ, case: id };
  return {
    organ,
    name: found.name,
    department: departmentAt(found.endpoint, TIMEOUT_MS),
    prove: (purpose, content) =>
      signCaseProof({ ...draft, purpose, at: Date.now(), ...(content === undefined ? {} : { content }) }, signer),
  };
}

/** Of a case, or of an annulment that was asked for. */
async function organOf(id: string): Promise<string | undefined> {
  const found = await fetchCase(id).catch(() => undefined);
  if (found !== undefined) return found.case.organ;
  const annulment = await api.get('/api/annulments/{id}', { id }).catch(() => undefined);
  return annulment === undefined ? undefined : String(annulment.annulment.organ);
}

let asked: ReturnType<typeof askCity> | undefined;

/** Once a page: an answer that failed is asked for again. */
function city(): ReturnType<typeof askCity> {
  asked ??= askCity().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

function askCity() {
  return api.get('/api/city', {});
}
