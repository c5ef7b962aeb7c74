import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { ApiError } from '../api-error.ts';
import { accountOf } from '../sign-in/account-of.ts';
import type { Account, DisablingReason, Passkey } from './account.ts';
import { openAccountTables } from './account-tables.ts';

/** A sign-in that was just proved. */
export interface SeenAccount {
  readonly id: string;
  readonly provider: string;
  readonly kid?: string;
}

/** Accounts and their passkeys, on disk. Who is disabled and whose key an account is are also in memory: each request asks. */
export class AccountBook {
  readonly #directory: string;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #disabled = new Set<string>();
  readonly #keys = new Map<string, string>();
  /** Accounts by the first key of the holder who worked with them. */
  readonly #holders = new Map<string, Set<string>>();
  #opened: DatabaseSync | undefined;
  #secret: Uint8Array = new Uint8Array();

  constructor({ directory, random }: { readonly directory: string; readonly random: (bytes: number) => Uint8Array }) {
    this.#directory = directory;
    this.#random = random;
  }

  open(): void {
    this.#opened = openAccountTables(this.#directory, this.#random);
    this.#secret = (this.#row('select bytes from secret') as { bytes: Uint8Array }).bytes;
    for (const { id } of this.#rows('select id from accounts where disabled_at is not null'))
      this.#disabled.add(String(id));
    for (const { id, kid } of this.#rows('select id, kid from accounts where kid is not null'))
      this.#keys.set(String(id), String(kid));
    for (const { account, kid } of this.#rows('select account, kid from held_keys'))
      this.#hold(String(account), String(kid));
    for (const [id, kid] of this.#keys) this.#hold(id, kid);
  }

  close(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }

  /** The account of somebody whom no provider but this platform itself names: holders of keys and certificates. */
  nameOf(kind: 'key' | 'certificate', subject: string): string {
    return accountOf(this.#secret, kind, subject);
  }

  find(id: string): Account | undefined {
    const row = this.#row('select * from accounts where id = ?', id);
    return row === undefined ? undefined : readAccount(row);
  }

  isDisabled(id: string): boolean {
    return this.#disabled.has(id);
  }

  /** First key of an account that is a registered key's holder. */
  keyOf(id: string): string | undefined {
    return this.#keys.get(id);
  }

  /** Notes a sign-in. Throws `account-disabled`. */
  seen({ id, provider, kid }: SeenAccount, nowMs: number): void {
    if (this.isDisabled(id)) throw new ApiError('account-disabled');
    this.#run(
      `insert into accounts (id, provider, created_at, last_sign_in_at, kid) values (?, ?, ?, ?, ?)
       on conflict (id) do update set last_sign_in_at = max(last_sign_in_at, excluded.last_sign_in_at)`,
      ...[id, provider, nowMs, nowMs, kid ?? null],
    );
    if (kid !== undefined) {
      this.#keys.set(id, kid);
      this.#hold(id, kid);
    }
  }

  /** An account's session proved a registered key.
   * @param kid first of the holder's */
  held(account: string, kid: string): void {
    if (this.#holders.get(kid)?.has(account) === true) return;
    this.#run('insert or ignore into held_keys values (?, ?)', account, kid);
    this.#hold(account, kid);
  }

  /** Of a holder, by the first key. */
  accountsOf(kid: string): readonly string[] {
    return [...(this.#holders.get(kid) ?? [])];
  }

  /** First keys of the holders whose account it is, or who worked in it. */
  holdersOf(account: string): readonly string[] {
    return [...this.#holders].filter(([, accounts]) => accounts.has(account)).map(([kid]) => kid);
  }

  /** First keys of everybody who ever worked with an account. */
  get holders(): readonly string[] {
    return [...this.#holders.keys()];
  }

  /** One of the holder's accounts is disabled: the key opens nothing either. */
  isBarred(kid: string): boolean {
    if (this.#disabled.size === 0) return false;
    return this.accountsOf(kid).some((account) => this.isDisabled(account));
  }

  /** The account of a key's holder, also of one who never had a passkey: somebody has to be there to be kept out. */
  openForKey(kid: string, nowMs: number): string {
    const id = this.nameOf('key', kid);
    this.#run('insert or ignore into accounts values (?, ?, ?, 0, null, ?, null)', id, 'key', nowMs, kid);
    this.#keys.set(id, kid);
    this.#hold(id, kid);
    return id;
  }

  /** Throws `account-unknown`. */
  disable(id: string, { reason, nowMs }: { readonly reason: DisablingReason; readonly nowMs: number }): void {
    this.#mark(id, { at: nowMs, reason });
    this.#disabled.add(id);
  }

  /** Throws `account-unknown`. */
  enable(id: string): void {
    this.#mark(id, { at: null, reason: null });
    this.#disabled.delete(id);
  }

  passkeysOf(account: string): readonly Passkey[] {
    return this.#rows('select * from passkeys where account = ? order by created_at, id', account).map(readPasskey);
  }

  findPasskey(id: string): Passkey | undefined {
    const row = this.#row('select * from passkeys where id = ?', id);
    return row === undefined ? undefined : readPasskey(row);
  }

  /** Throws `passkey-exists`: whoever brings a credential that is known owns it already, or has taken it from somebody. */
  addPasskey(passkey: Passkey): void {
    if (this.findPasskey(passkey.id) !== undefined) throw new ApiError('passkey-exists');
    const { id, account, publicKey, counter, rpId, transports, name, assurance, createdAt, isBackedUp } = passkey;
    this.#run(
      'insert into passkeys values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)',
      ...[id, account, publicKey, counter, rpId, transports.join(' '), name, assurance, createdAt, Number(isBackedUp)],
    );
  }

  usedPasskey(id: string, { counter, nowMs }: { readonly counter: number; readonly nowMs: number }): void {
    this.#run('update passkeys set counter = ?, last_used_at = ? where id = ?', counter, nowMs, id);
  }

  renamePasskey(id: string, name: string): void {
    this.#run('update passkeys set name = ? where id = ?', name, id);
  }

  removePasskey(id: string): void {
    this.#run('delete from passkeys where id = ?', id);
  }

  /** A ticket that was written for somebody, by its digest: what was opened with it ends with the account. */
  wroteTicket(digest: string, { account, until }: { readonly account: string; readonly until: number }): void {
    this.#run('insert or ignore into tickets values (?, ?, ?)', digest, account, until);
  }

  /** Digests of tickets of accounts that are disabled now; forgets what has run out. */
  endedTickets(nowMs: number): readonly string[] {
    if (this.#disabled.size === 0) return [];
    this.#run('delete from tickets where until <= ?', nowMs);
    const ended = `select digest from tickets join accounts on accounts.id = account
      where disabled_at is not null order by digest`;
    return this.#rows(ended).map(({ digest }) => String(digest));
  }

  #mark(id: string, { at, reason }: { readonly at: number | null; readonly reason: DisablingReason | null }): void {
    if (this.find(id) === undefined) throw new ApiError('account-unknown');
    this.#run('update accounts set disabled_at = ?, disabled_for = ? where id = ?', at, reason, id);
  }

  #hold(account: string, kid: string): void {
    this.#holders.set(kid, (this.#holders.get(kid) ?? new Set()).add(account));
  }

  get #database(): DatabaseSync {
    if (this.#opened === undefined) throw new ApiError('overloaded');
    return this.#opened;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#database.prepare(sql).get(...values);
  }

  #rows(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#database.prepare(sql).all(...values);
  }
}

type Row = Readonly<Record<string, unknown>>;

const readAccount = ({ id, provider, created_at, last_sign_in_at, disabled_at, disabled_for, kid }: Row): Account => ({
  id: String(id),
  provider: String(provider),
  createdAt: Number(created_at),
  lastSignInAt: Number(last_sign_in_at),
  ...(disabled_at === null ? {} : { disabledAt: Number(disabled_at) }),
  ...(disabled_for === null ? {} : { disabledFor: String(disabled_for) as DisablingReason }),
  ...(kid === null ? {} : { kid: String(kid) }),
});

const readPasskey = (row: Row): Passkey => ({
  id: String(row.id),
  account: String(row.account),
  publicKey: row.public_key as Uint8Array,
  counter: Number(row.counter),
  rpId: String(row.rp_id),
  transports: String(row.transports).split(' ').filter(Boolean),
  name: String(row.name),
  assurance: row.assurance === 3 ? 3 : 1,
  createdAt: Number(row.created_at),
  ...(row.last_used_at === null ? {} : { lastUsedAt: Number(row.last_used_at) }),
  isBackedUp: row.backed_up === 1,
});
