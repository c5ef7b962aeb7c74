import type { DraftSync, RemoteDraft } from '../drafts/draft-sync.ts';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import type { LocalRecord } from '../store/local-record.ts';

/** Where a draft lies beside this browser. */
export type DraftPlace =
  | { readonly kind: 'here' | 'looking' | 'saving' | 'kept' | 'offline' | 'taken' | 'gone' | 'others' }
  | { readonly kind: 'both'; readonly remote: RemoteDraft };

export interface DraftState {
  readonly draft: ApplicationDraft;
  /** This browser took it; false where it keeps nothing. */
  readonly isSaved: boolean;
  readonly place: DraftPlace;
}

const PAUSE_MS = 1_500;

/** The draft of one service on this page: at once in this browser, and after a pause where the person's other devices find it. */
export class DraftKeeper {
  readonly #store: LocalRecord<ApplicationDraft>;
  readonly #steps: readonly string[];
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #sync: Promise<DraftSync> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param steps of the form as it is now */
  constructor(store: LocalRecord<ApplicationDraft>, steps: readonly string[]) {
    this.#store = store;
    this.#steps = steps;
    this.#state = { draft: store.read() ?? emptyDraft, isSaved: true, place: { kind: 'here' } };
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks what other devices have done, and saves there from now on; the answer ends it. */
  attach(sync: Promise<DraftSync>): () => void {
    this.#sync = sync;
    void this.#look(sync);
    addEventListener('online', this.#saveSoon);
    return () => {
      removeEventListener('online', this.#saveSoon);
      if (this.#timer !== undefined) void this.#save();
      this.#sync = undefined;
    };
  }

  change(part: Partial<ApplicationDraft>, version: number): void {
    const { draft } = this.#state;
    const asked = draft.asked ?? { version, steps: this.#steps };
    this.#show({ ...draft, asked, ...part, updatedAt: Date.now() });
    this.#saveSoon();
  }

  asNew(): void {
    const { previous: _previous, ...rest } = this.#state.draft;
    this.#show({ ...rest, updatedAt: Date.now() });
    this.#saveSoon();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#store.clear();
    void this.#sync?.then((one) => one.forget()).catch(() => undefined);
  }

  clear(): void {
    if (this.#state.place.kind === 'others') this.#store.clear();
    else this.forget();
    this.#set({ draft: emptyDraft, place: { kind: 'here' } });
  }

  async choose(isMine: boolean): Promise<void> {
    const { place, draft } = this.#state;
    const sync = await this.#sync;
    if (place.kind !== 'both' || sync === undefined) return;
    try {
      if (isMine) this.#setSaved(await sync.keepMine(draft, place.remote));
      else await this.#take(sync, place.remote);
    } catch {
      this.#set({ place });
    }
  }

  async #look(opening: Promise<DraftSync>): Promise<void> {
    this.#set({ place: { kind: 'looking' } });
    const { draft } = this.#state;
    try {
      const sync = await opening;
      const started = await sync.start(draft.updatedAt === 0 ? undefined : draft);
      if (this.#sync !== opening) return;
      const isTouched = this.#state.draft !== draft;
      if (started.kind === 'newer' && isTouched) this.#set({ place: { kind: 'both', remote: started.remote } });
      else if (started.kind === 'newer') await this.#take(sync, started.remote);
      else if (started.kind === 'both' || started.kind === 'others') this.#set({ place: started });
      else if (started.kind === 'gone' && !isTouched) {
        this.#store.clear();
        this.#set({ draft: emptyDraft, place: { kind: 'gone' } });
      } else if (this.#state.draft.updatedAt > 0) this.#saveSoon();
      else this.#set({ place: { kind: 'here' } });
    } catch {
      if (this.#sync === opening) this.#set({ place: { kind: 'offline' } });
    }
  }

  async #take(sync: DraftSync, remote: RemoteDraft): Promise<void> {
    this.#show(await sync.adopt(remote));
    this.#set({ place: { kind: 'taken' } });
  }

  readonly #saveSoon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
  };

  /** Not while a person is being asked which draft it is to be. */
  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { draft, place } = this.#state;
    const given = this.#sync;
    if (given === undefined || place.kind === 'both' || place.kind === 'others' || draft.updatedAt === 0) return;
    this.#set({ place: { kind: 'saving' } });
    try {
      this.#setSaved(await (await given).save(draft));
    } catch {
      this.#set({ place: { kind: 'offline' } });
    }
  }

  #setSaved(saved: Awaited<ReturnType<DraftSync['save']>>): void {
    this.#set({ place: saved.kind === 'saved' ? { kind: 'kept' } : saved });
  }

  #show(draft: ApplicationDraft): void {
    this.#set({ draft, isSaved: this.#store.write(draft) });
  }

  #set(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
