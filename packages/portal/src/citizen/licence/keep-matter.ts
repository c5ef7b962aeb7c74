import type { JsonObject } from '@minglu/protocol';
import { saveCase } from '../../store/case-store.ts';
import type { HeldLicence } from './held-licence.ts';

/** An application about a licence stands among one's own cases, under the same key: its page then opens like any other. */
export async function keepMatter(
  id: string,
  { stored, licence }: HeldLicence,
  changes: JsonObject = {},
): Promise<void> {
  const { tradeName, scope, region } = { ...licence, ...(changes as Partial<HeldLicence['licence']>) };
  const { service, kid, operator, represented } = stored;
  const of = represented === undefined ? {} : { represented };
  const sent = { transaction: '', sidecar: '' };
  await saveCase({
    id,
    service,
    createdAt: Date.now(),
    kid,
    body: { tradeName, scope, region },
    operator,
    ...of,
    ...sent,
  });
}
