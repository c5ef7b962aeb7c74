import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftSync, RemoteDraft } from '../drafts/draft-sync.ts';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { applicationSteps } from '../forms/application-problems.ts';
import { draftStore } from '../forms/draft-store.ts';
import type { Service } from '../server/service.ts';
import { isOfficer, useSession } from '../session/session.ts';

/** Where a draft lies beside this browser. */
export type DraftPlace =
  | { readonly kind: 'here' | 'looking' | 'saving' | 'kept' | 'offline' | 'taken' | 'gone' | 'others' }
  | { readonly kind: 'both'; readonly remote: RemoteDraft };

export interface DraftHolder {
  readonly draft: ApplicationDraft;
  /** This browser took it; false where it keeps nothing. */
  readonly isSaved: boolean;
  readonly place: DraftPlace;
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

const PAUSE_MS = 1_500;

/** The draft of one service: at once in this browser, and after a pause, sealed, where the person's other devices find it. */
export function useDraft(service: Service): DraftHolder {
  const { session } = useSession();
  const [store] = useState(() => draftStore(service.id));
  const [draft, setDraft] = useState<ApplicationDraft>(() => store.read() ?? emptyDraft);
  const [isSaved, setIsSaved] = useState(true);
  const [place, setPlace] = useState<DraftPlace>({ kind: 'here' });
  const held = useRef(draft);
  const sync = useRef<Promise<DraftSync>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isAsking = useRef(false);

  const show = useCallback(
    (next: ApplicationDraft) => {
      held.current = next;
      setDraft(next);
      setIsSaved(store.write(next));
    },
    [store],
  );
  const ask = useCallback((next: DraftPlace) => {
    isAsking.current = next.kind === 'both' || next.kind === 'others';
    setPlace(next);
  }, []);
  const save = useCallback(async () => {
    timer.current = undefined;
    const given = sync.current;
    if (given === undefined || isAsking.current || held.current.updatedAt === 0) return;
    setPlace({ kind: 'saving' });
    try {
      const saved = await (await given).save(held.current);
      ask(saved.kind === 'saved' ? { kind: 'kept' } : saved);
    } catch {
      setPlace({ kind: 'offline' });
    }
  }, [ask]);
  const saveSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  useEffect(() => {
    if (session === undefined || isOfficer(session)) return;
    let isLeft = false;
    const opened = import('../drafts/open-sync.ts').then(({ openSync }) => openSync(service.id, session));
    sync.current = opened;
    setPlace({ kind: 'looking' });
    const look = async (): Promise<void> => {
      const before = held.current;
      try {
        const started = await (await opened).start(before.updatedAt === 0 ? undefined : before);
        if (isLeft) return;
        const isTouched = held.current !== before;
        if (started.kind === 'newer' && isTouched) ask({ kind: 'both', remote: started.remote });
        else if (started.kind === 'newer') {
          show(await (await opened).adopt(started.remote));
          ask({ kind: 'taken' });
        } else if (started.kind === 'gone' && !isTouched) {
          store.clear();
          held.current = emptyDraft;
          setDraft(emptyDraft);
          ask({ kind: 'gone' });
        } else if (started.kind === 'both' || started.kind === 'others') ask(started);
        else if (held.current.updatedAt > 0) saveSoon();
        else ask({ kind: 'here' });
      } catch {
        if (!isLeft) setPlace({ kind: 'offline' });
      }
    };
    void look();
    addEventListener('online', saveSoon);
    return () => {
      isLeft = true;
      removeEventListener('online', saveSoon);
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      void save();
    };
  }, [session, service.id, ask, save, saveSoon, show, store]);

  return useMemo(() => {
    const forget = (): void => {
      clearTimeout(timer.current);
      timer.current = undefined;
      store.clear();
      void sync.current?.then((one) => one.forget()).catch(() => undefined);
    };
    const stamp = { updatedAt: 0, asked: { version: service.version, steps: applicationSteps } };
    const change = (part: Partial<ApplicationDraft>): void => {
      show({ ...held.current, asked: held.current.asked ?? stamp.asked, ...part, updatedAt: Date.now() });
      saveSoon();
    };
    const choose = async (mine: boolean): Promise<void> => {
      const given = sync.current;
      if (place.kind !== 'both' || given === undefined) return;
      isAsking.current = false;
      try {
        if (mine) ask(readSaved(await (await given).keepMine(held.current, place.remote)));
        else {
          show(await (await given).adopt(place.remote));
          ask({ kind: 'taken' });
        }
      } catch {
        ask(place);
      }
    };
    return {
      draft,
      isSaved,
      place,
      change,
      asNew: () => {
        const { previous: _previous, ...rest } = held.current;
        show({ ...rest, updatedAt: Date.now() });
        saveSoon();
      },
      clear: () => {
        if (place.kind !== 'others') forget();
        store.clear();
        held.current = emptyDraft;
        setDraft(emptyDraft);
        ask({ kind: 'here' });
      },
      forget,
      takeTheirs: () => void choose(false),
      keepMine: () => void choose(true),
    };
  }, [draft, isSaved, place, service.version, store, ask, saveSoon, show]);
}

function readSaved(saved: Awaited<ReturnType<DraftSync['save']>>): DraftPlace {
  return saved.kind === 'saved' ? { kind: 'kept' } : saved;
}
