import { parseSidecar } from '@minglu/protocol';
import { indexedDbKeyStore, openAsAgent } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { fetchCase } from '../server/ledger.ts';
import { findCase, listRepresented, removeCase, type StoredCase, saveCase } from '../store/case-store.ts';
import { type AgentNotes, parseAgentNotes } from './agent-notes.ts';
import type { Mandate } from './mandate.ts';

/** A mandate, and the case it opens in this browser. */
export interface OwnMandate {
  readonly mandate: Mandate;
  readonly stored: StoredCase | undefined;
}

/**
 * Keeps the cases for which this browser acts as the mandates stand now: one that began comes with what the holder sealed to
 * the key, of one that ended nothing is kept.
 */
export async function bringRepresented(mandates: readonly Mandate[]): Promise<readonly OwnMandate[]> {
  const inForce = mandates.filter((one) => one.inForce);
  for (const { id, kid } of await listRepresented())
    if (!inForce.some(({ agent }) => agent === kid)) await removeCase(id);
  return await Promise.all(
    mandates.map(async (mandate) => ({ mandate, stored: mandate.inForce ? await bring(mandate) : undefined })),
  );
}

async function bring(mandate: Mandate): Promise<StoredCase | undefined> {
  const { principal, agent, form, deeds, until } = mandate;
  const represented = { principal, form, deeds, until };
  const known = await findCase(mandate.case);
  // One's own case on the same device stays one's own.
  if (known !== undefined && known.represented === undefined) return undefined;
  const isSame = known?.kid === agent && known.represented?.until === until;
  if (isSame) return known;
  const { case: record } = await fetchCase(mandate.case);
  const notes = deeds.includes('cases.read') ? await readNotes(mandate).catch(() => undefined) : undefined;
  const body = notes?.body ?? record.body ?? (await bodyOf(record.licence));
  const stored: StoredCase = {
    ...{ id: mandate.case, service: record.service, createdAt: record.submittedAt, kid: agent, body, represented },
    operator: notes?.operator ?? { salt: '', value: '' },
    ...(notes?.attachments === undefined ? {} : { attachments: notes.attachments }),
    ...(notes?.particulars === undefined ? {} : { particulars: notes.particulars }),
    ...{ transaction: '', sidecar: '' },
  };
  await saveCase(stored);
  return stored;
}

/** What was sealed to the agent's key when the mandate was given. */
async function readNotes({ case: id, transaction, agent }: Mandate): Promise<AgentNotes | undefined> {
  const { sidecar } = await api.get('/api/cases/{id}/papers/{transaction}', { id, transaction });
  const sealed = sidecar === null ? undefined : parseSidecar(sidecar).sealed.notes;
  return sealed === undefined ? undefined : parseAgentNotes(await openAsAgent(indexedDbKeyStore(), agent, sealed), id);
}

async function bodyOf(number: string | undefined): Promise<StoredCase['body']> {
  if (number === undefined) return { scope: [], region: '' };
  const { licence } = await api.get('/api/licences/{number}', { number });
  const { tradeName, scope, region } = licence as unknown as StoredCase['body'];
  return { ...(tradeName === undefined ? {} : { tradeName }), scope, region };
}
