import type { Draft } from '../../state/draft.ts';
import type { CaseMatter } from '../../state/records.ts';

/** An application about a licence has ended, however: the licence is free for the next one. */
export function closeMatter(draft: Draft, id: string, matter: CaseMatter | undefined): void {
  if (matter === undefined) return;
  const { open, ...licence } = draft.get('licence', matter.licence);
  if (open === id) draft.write('licence', matter.licence, licence);
}
