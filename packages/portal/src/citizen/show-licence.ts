import { api } from '../server/api.ts';
import { listCases } from '../store/case-store.ts';
import { signByKey } from './licence/sign-by-key.ts';

/**
 * 出示: the key of a licence that lies in this browser says that the application under `kid` may rest on it. Where it does not
 * lie here nothing is said, and a person looks: anybody can type a number that is public.
 */
export async function showLicence(number: string, kid: string): Promise<void> {
  const { licence } = await api.get('/api/licences/{number}', { number }).catch(() => ({ licence: undefined }));
  const { case: id, holder, shownTo } = (licence ?? {}) as { case?: string; holder?: string; shownTo?: string };
  if (id === undefined || shownTo === kid) return;
  const stored = (await listCases()).find((one) => (holder === undefined ? one.id === id : one.kid === holder));
  if (stored === undefined) return;
  await signByKey({ kid: stored.kid, deed: 'licences.show', body: { number, kid } });
}
