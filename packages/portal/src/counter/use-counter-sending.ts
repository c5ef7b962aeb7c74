import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Asked } from '../citizen/attest-everywhere.ts';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import type { Officer } from '../officer/use-officer.ts';
import { api } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import { trustQuery } from '../server/trust-query.ts';
import { sendAgain } from '../vault/upload-pages.ts';
import { isFinal } from './is-final.ts';
import { type CounterPerson, readDocument } from './read-document.ts';
import { type CounterApplication, type SignedAtCounter, sendFromCounter, signAtCounter } from './submit-at-counter.ts';

export interface CounterSending {
  readonly busy: boolean;
  readonly error: unknown;
  /** It is signed and may have arrived: what is sent from now on is the same application, and nothing in it changes. */
  readonly isSigned: boolean;
  readonly asked: readonly Asked[];
  send(application: Omit<CounterApplication, 'asked'>): Promise<void>;
  /** Back to the questions, where the ledger says that it has no such application. */
  reopen(): Promise<void>;
}

/**
 * Signs once and sends until there is an answer. A register that was started anew has forgotten the document that was
 * read: it is asked again with the same number, and nobody types anything.
 */
export function useCounterSending(officer: Officer, sent: (signed: SignedAtCounter) => Promise<void>): CounterSending {
  const queries = useQueryClient();
  const signed = useRef<SignedAtCounter>(undefined);
  const pages = useRef<NonNullable<ApplicationDraft['premises']>>([]);
  const [state, setState] = useState<Omit<CounterSending, 'send' | 'reopen'>>({
    ...{ busy: false, error: undefined, isSigned: false, asked: [] },
  });
  const change = (part: Partial<typeof state>) => setState((old) => ({ ...old, ...part }));
  async function attempt(work: () => Promise<void>): Promise<void> {
    change({ busy: true, error: undefined, asked: [] });
    try {
      await work();
    } catch (error) {
      if (isFinal(error)) signed.current = undefined;
      // The vault has lost a page: the next attempt brings them all again.
      if (failureOf(error).code === 'attachment-not-stored') await sendAgain(pages.current);
      change({ error });
    } finally {
      change({ busy: false, isSigned: signed.current !== undefined });
    }
  }
  const send: CounterSending['send'] = (application) =>
    attempt(async () => {
      pages.current = application.draft.premises ?? [];
      const trust = await queries.ensureQueryData(trustQuery);
      signed.current ??= await signAgain(officer, { ...application, asked: (asked) => change({ asked }) });
      await sendFromCounter({ signed: signed.current, draft: application.draft, trust, client: officer.client });
      await sent(signed.current);
    });
  const reopen = () =>
    attempt(async () => {
      const waiting = signed.current;
      if (waiting === undefined) return;
      if (await isThere(waiting.prepared.id)) await sent(waiting);
      else signed.current = undefined;
    });
  return { ...state, send, reopen };
}

async function signAgain(officer: Officer, application: CounterApplication): Promise<SignedAtCounter> {
  try {
    return await signAtCounter(application);
  } catch (error) {
    if (failureOf(error).code !== 'session-required') throw error;
    const { registers, person, agent } = application;
    const read = (one: CounterPerson, at: CounterApplication['registers']) => readDocument(officer, at, one);
    return await signAtCounter({
      ...application,
      person: await read(person, registers),
      agent: agent === undefined ? undefined : await read(agent, [registers[0]]),
    });
  }
}

async function isThere(id: string): Promise<boolean> {
  try {
    await api.get('/api/transactions/{id}', { id });
    return true;
  } catch (error) {
    if (failureOf(error).code === 'transaction-not-found') return false;
    throw error;
  }
}
