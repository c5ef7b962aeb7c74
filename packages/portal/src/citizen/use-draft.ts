import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { draftStore } from '../forms/draft-store.ts';
import { stepsOf } from '../forms/steps-of.ts';
import type { Service } from '../server/service.ts';
import { isOfficer, useSession } from '../session/session.ts';
import { DraftKeeper, type DraftState } from './draft-keeper.ts';

export interface DraftHolder extends DraftState {
  change(part: Partial<ApplicationDraft>): void;
  /** It is no longer a second filing of an earlier case. */
  asNew(): void;
  /** Thrown away, everywhere. */
  clear(): void;
  /** Handed in: stored nowhere any more, and still shown. */
  forget(): void;
  takeTheirs(): void;
  keepMine(): void;
}

/** The draft of one service; signed in, it is sealed to the person's other devices as well. */
export function useDraft(service: Service): DraftHolder {
  const { id, version } = service;
  const { session } = useSession();
  const [keeper] = useState(() => new DraftKeeper(draftStore(id), stepsOf(service)));
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => {
    if (session === undefined || isOfficer(session)) return;
    return keeper.attach(import('../drafts/open-sync.ts').then(({ openSync }) => openSync(id, session)));
  }, [session, id, keeper]);
  const acts = useMemo(
    () => ({
      change: (part: Partial<ApplicationDraft>) => keeper.change(part, version),
      asNew: () => keeper.asNew(),
      clear: () => keeper.clear(),
      forget: () => keeper.forget(),
      takeTheirs: () => void keeper.choose(false),
      keepMine: () => void keeper.choose(true),
    }),
    [keeper, version],
  );
  return useMemo(() => ({ ...state, ...acts }), [state, acts]);
}

/** Message key: where the answers lie at this moment. */
export function placeWords({ isSaved, place }: DraftHolder): string {
  if (place.kind === 'kept' || place.kind === 'taken') return 'draftPlace.kept';
  if (place.kind === 'saving') return 'draftPlace.saving';
  if (!isSaved) return 'apply.notSaved';
  return place.kind === 'offline' ? 'draftPlace.offline' : 'apply.saved';
}
