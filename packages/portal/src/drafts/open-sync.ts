import { type DraftKey, getObject, makeDraftKey, openDraft, sealDraft } from '@minglu/sdk';
import { api, departmentAt } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import type { Session } from '../session/session.ts';
import { findCase } from '../store/case-store.ts';
import { findPage, savePage } from '../store/page-store.ts';
import { uploadPages } from '../vault/upload-pages.ts';
import { DraftSync, type SyncPorts } from './draft-sync.ts';
import { syncRecord } from './sync-record.ts';

const opened = new Map<string, DraftSync>();

/**
 * The draft of one service, for the person of this session: the department keeps the key, the platform the ciphertext.
 * One for all pages of the form: a page that is left may still be saving while the next one looks.
 */
export function openSync(service: string, session: Session): DraftSync {
  const name = `${service} ${session.token}`;
  const sync = opened.get(name) ?? makeSync(service, session);
  opened.set(name, sync);
  return sync;
}

function makeSync(service: string, session: Session): DraftSync {
  const department = departmentAt(session.endpoint);
  const { token } = session;
  return new DraftSync({
    service,
    person: `${session.department}/${session.person}`,
    record: syncRecord(service),
    newKey: () => makeDraftKey(service),
    hasCase: async (id) => (await findCase(id)) !== undefined,
    keys: {
      list: () => department.drafts(token),
      open: (offered) => department.openDraft(token, offered),
      forget: (slot) => department.forgetDraft(token, slot),
    },
    slots: platformSlots,
    pages: { upload: (pages) => uploadPages(pages), fetch: fetchPages },
  });
}

const platformSlots: SyncPorts['slots'] = {
  find: findSlot,
  save: async (at, seen, text, objects) => {
    const sealed = await sealDraft(at, seen + 1, text);
    return (await api.post('/api/drafts', { slot: at.slot, seen, sealed, objects })).version;
  },
  forget: async (slot) => {
    await api.post('/api/drafts/forget', { slot });
  },
};

async function findSlot(at: DraftKey): Promise<{ version: number; text: string } | undefined> {
  try {
    const { version, sealed } = await api.get('/api/drafts/{slot}', { slot: at.slot });
    return { version, text: await openDraft(at, version, sealed) };
  } catch (error) {
    if (failureOf(error).code === 'draft-not-found') return undefined;
    throw error;
  }
}

/** Pages that another device sealed; whether they are the ones is found out when they are opened. */
async function fetchPages(pages: Parameters<SyncPorts['pages']['fetch']>[0], slot: string): Promise<void> {
  for (const { digest } of pages) {
    if ((await findPage(digest)) !== undefined) continue;
    await savePage({ digest, ciphertext: await getObject(api, digest, { draft: slot }), uploadedAt: Date.now() });
  }
}
