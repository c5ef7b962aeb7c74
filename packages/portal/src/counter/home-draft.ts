import { type DraftKey, getObject, openDraft } from '@minglu/sdk';
import { type ApplicationDraft, parseDraft } from '../forms/application-draft.ts';
import { api, departmentAt } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import { findPage, forgetPage, savePage } from '../store/page-store.ts';

/** What somebody began to fill in at home. */
export interface HomeDraft {
  readonly draft: ApplicationDraft;
  readonly at: DraftKey;
}

/** The draft of this service that the person of this token keeps; nothing where there is none. */
export async function findHomeDraft(endpoint: string, token: string, service: string): Promise<HomeDraft | undefined> {
  const at = (await departmentAt(endpoint).drafts(token)).find((one) => one.service === service);
  if (at === undefined) return undefined;
  try {
    const { version, sealed } = await api.get('/api/drafts/{slot}', { slot: at.slot });
    const draft = parseDraft(JSON.parse(await openDraft(at, version, sealed)));
    if (draft === undefined) return undefined;
    for (const { digest } of draft.premises ?? []) {
      if ((await findPage(digest)) === undefined)
        await savePage({
          digest,
          ciphertext: await getObject(api, digest, { draft: at.slot }),
          uploadedAt: Date.now(),
        });
    }
    return { draft, at };
  } catch (error) {
    if (failureOf(error).code === 'draft-not-found') return undefined;
    throw error;
  }
}

/** Handed in at the counter: on the person's own device the draft is over too. */
export async function forgetHomeDraft(endpoint: string, token: string, { slot }: DraftKey): Promise<void> {
  await api.post('/api/drafts/forget', { slot });
  await departmentAt(endpoint).forgetDraft(token, slot);
}

/** Photos taken at the counter do not stay on the organ's machine. */
export async function forgetPages(draft: ApplicationDraft): Promise<void> {
  for (const { digest } of draft.premises ?? []) await forgetPage(digest);
}
