import type { DraftKey, OwnAttachment } from '@minglu/sdk';
import { type ApplicationDraft, parseDraft } from '../forms/application-draft.ts';
import { failureOf } from '../server/failure.ts';
import type { LocalRecord } from '../store/local-record.ts';
import type { SyncRecord } from './sync-record.ts';

/** A draft as it came from the other place. */
export interface RemoteDraft {
  readonly draft: ApplicationDraft;
  readonly version: number;
}

/** What a device finds when it looks. */
export type Start =
  /** Nothing is kept elsewhere. */
  | { readonly kind: 'none' }
  /** This device has what is kept, or more. */
  | { readonly kind: 'same' }
  /** Another device went on: this is its draft. */
  | { readonly kind: 'newer'; readonly remote: RemoteDraft }
  /** Both went on: the person says which it is to be. */
  | { readonly kind: 'both'; readonly remote: RemoteDraft }
  /** It was handed in, or thrown away, on another device. */
  | { readonly kind: 'gone' }
  /** What lies here was begun by somebody else on this machine. */
  | { readonly kind: 'others' };

export type Saved = { readonly kind: 'saved' } | { readonly kind: 'both'; readonly remote: RemoteDraft };

/** The two places and the page store; tests bring their own. */
export interface SyncPorts {
  /** The department of the sign-in. */
  readonly keys: {
    list(): Promise<readonly DraftKey[]>;
    open(offered: DraftKey): Promise<DraftKey>;
    forget(slot: string): Promise<void>;
  };
  /** The platform: ciphertext only. */
  readonly slots: {
    find(at: DraftKey): Promise<{ readonly version: number; readonly text: string } | undefined>;
    save(at: DraftKey, seen: number, text: string, objects: readonly string[]): Promise<number>;
    forget(slot: string): Promise<void>;
  };
  readonly pages: {
    upload(pages: readonly OwnAttachment[]): Promise<void>;
    fetch(pages: readonly OwnAttachment[], slot: string): Promise<void>;
  };
  readonly record: LocalRecord<SyncRecord>;
  /** Department and person, as one word. */
  readonly person: string;
  readonly service: string;
  newKey(): DraftKey;
  /** Whether this browser holds the key of a case; without it nothing can be filed anew under it. */
  hasCase(id: string): Promise<boolean>;
}

/**
 * One service's draft between a person's devices. The last one to write wins only over what it has seen: when two went
 * on at once, the person is asked, and neither is lost until they have answered.
 */
export class DraftSync {
  readonly #ports: SyncPorts;
  #at: DraftKey | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: SyncPorts) {
    this.#ports = ports;
  }

  /** @param local what this browser holds; undefined when nothing was begun here */
  start(local: ApplicationDraft | undefined): Promise<Start> {
    return this.#inTurn(() => this.#start(local));
  }

  save(draft: ApplicationDraft): Promise<Saved> {
    return this.#inTurn(() => this.#save(draft));
  }

  /** The person chose the other device's draft: from now on it is this one's. */
  async adopt({ draft, version }: RemoteDraft): Promise<ApplicationDraft> {
    const at = this.#at;
    if (at !== undefined) {
      await this.#ports.pages.fetch(draft.premises ?? [], at.slot);
      this.#keep(at.slot, version, draft.updatedAt);
    }
    const { previous, ...rest } = draft;
    return previous === undefined || (await this.#ports.hasCase(previous)) ? draft : rest;
  }

  /** The person chose this device's draft: it is saved over the one they have now seen. */
  async keepMine(draft: ApplicationDraft, { version }: RemoteDraft): Promise<Saved> {
    if (this.#at !== undefined) this.#keep(this.#at.slot, version, 0);
    return this.save(draft);
  }

  /** Handed in or thrown away: gone from everywhere. What cannot be reached now is done at the next start. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      const slot = this.#at?.slot ?? this.#ports.record.read()?.slot;
      this.#at = undefined;
      if (slot === undefined) return;
      this.#ports.record.write({ slot, version: 0, updatedAt: 0, person: this.#ports.person, isDone: true });
      await this.#forgetSlot(slot);
    });
  }

  async #start(local: ApplicationDraft | undefined): Promise<Start> {
    const { record, service, person } = this.#ports;
    const known = record.read();
    if (known?.isDone === true) await this.#forgetSlot(known.slot);
    const mine = known?.isDone === true ? undefined : known;
    if (local !== undefined && mine !== undefined && mine.person !== person) return { kind: 'others' };
    this.#at = (await this.#ports.keys.list()).find((one) => one.service === service);
    const found = this.#at === undefined ? undefined : await this.#ports.slots.find(this.#at);
    if (this.#at === undefined || found === undefined) return this.#startAlone(local, mine);
    const remote = { draft: readText(found.text), version: found.version };
    if (remote.draft === undefined) return { kind: 'none' };
    return compare(local, mine?.slot === this.#at.slot ? mine : undefined, { ...remote, draft: remote.draft });
  }

  #startAlone(local: ApplicationDraft | undefined, mine: SyncRecord | undefined): Start {
    if (mine === undefined || local === undefined) return { kind: 'none' };
    this.#ports.record.clear();
    return local.updatedAt <= mine.updatedAt ? { kind: 'gone' } : { kind: 'none' };
  }

  async #save(draft: ApplicationDraft): Promise<Saved> {
    const { keys, slots, pages, service, record } = this.#ports;
    this.#at ??= await keys.open({ ...this.#ports.newKey(), service });
    const at = this.#at;
    const known = record.read();
    const seen = known?.slot === at.slot && known.isDone !== true ? known.version : 0;
    const premises = draft.premises ?? [];
    await pages.upload(premises);
    try {
      const objects = premises.map(({ digest }) => digest);
      this.#keep(at.slot, await slots.save(at, seen, JSON.stringify(draft), objects), draft.updatedAt);
      return { kind: 'saved' };
    } catch (error) {
      if (failureOf(error).code !== 'draft-behind') throw error;
      return this.#behind(draft, at);
    }
  }

  /** Somebody was quicker, or the place is empty again: it was handed in elsewhere, and this goes to a place of its own. */
  async #behind(draft: ApplicationDraft, at: DraftKey): Promise<Saved> {
    const found = await this.#ports.slots.find(at);
    const theirs = found === undefined ? undefined : readText(found.text);
    if (found !== undefined && theirs !== undefined)
      return { kind: 'both', remote: { draft: theirs, version: found.version } };
    await this.#ports.keys.forget(at.slot);
    this.#at = undefined;
    this.#ports.record.clear();
    return this.#save(draft);
  }

  #keep(slot: string, version: number, updatedAt: number): void {
    this.#ports.record.write({ slot, version, updatedAt, person: this.#ports.person });
  }

  async #forgetSlot(slot: string): Promise<void> {
    await this.#ports.keys.forget(slot);
    await this.#ports.slots.forget(slot);
    this.#ports.record.clear();
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#turn.catch(() => undefined).then(work);
    this.#turn = mine;
    return mine;
  }
}

function compare(local: ApplicationDraft | undefined, seen: SyncRecord | undefined, remote: RemoteDraft): Start {
  if (local === undefined) return { kind: 'newer', remote };
  if (seen === undefined) return isSame(local, remote.draft) ? { kind: 'newer', remote } : { kind: 'both', remote };
  if (seen.version >= remote.version) return { kind: 'same' };
  return local.updatedAt <= seen.updatedAt ? { kind: 'newer', remote } : { kind: 'both', remote };
}

function isSame(left: ApplicationDraft, right: ApplicationDraft): boolean {
  const text = (draft: ApplicationDraft) => JSON.stringify(parseDraft({ ...draft, updatedAt: 0 }));
  return text(left) === text(right);
}

function readText(text: string): ApplicationDraft | undefined {
  try {
    return parseDraft(JSON.parse(text));
  } catch {
    return undefined;
  }
}
