import { submitSigned, webCryptoCheck } from '@minglu/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { keepContact } from '../inbox/contact-record.ts';
import { giveContact } from '../inbox/give-contact.ts';
import { checkEvidence } from '../proof/check-evidence.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { api } from '../server/api.ts';
import { type Failure, failureOf, PortalError } from '../server/failure.ts';
import { cityQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import type { Session } from '../session/session.ts';
import { type StoredCase, saveCase } from '../store/case-store.ts';
import type { Asked } from './attest-everywhere.ts';
import { ownCaseQuery, rememberFiled } from './own-case.ts';
import { prepareApplication, type SubmissionStage } from './prepare-application.ts';

export interface Submission {
  readonly stage: SubmissionStage | undefined;
  /** When the current stage began, for telling "slow" from "just asked". */
  readonly since: number;
  readonly error: unknown;
  readonly done: boolean;
  readonly id: string | undefined;
  /** Documents that travel, and how many are there already. */
  readonly pages: number;
  readonly uploaded: number;
  /** Departments whose word is asked for, and how each stands. */
  readonly asked: readonly Asked[];
  start(): void;
}

const ATTEST_TIMEOUT_MS = 90_000;

/** One submission. Trying again after the transaction was signed sends the same bytes: it takes effect at most once. */
export function useSubmission(service: Service, draft: ApplicationDraft, session: Session | undefined): Submission {
  const queries = useQueryClient();
  const prepared = useRef<StoredCase>(undefined);
  const [state, setState] = useState<Omit<Submission, 'start'>>({
    stage: undefined,
    since: 0,
    error: undefined,
    done: false,
    id: undefined,
    pages: draft.premises?.length ?? 0,
    uploaded: 0,
    asked: [],
  });
  const run = useCallback(async () => {
    const entered = (stage: SubmissionStage) =>
      setState((old) => ({ ...old, stage, since: Date.now(), error: undefined }));
    try {
      if (session === undefined) throw new PortalError('session-required');
      if (draft.premises !== undefined && draft.premises.length > 0) {
        entered('upload');
        const { uploadPages } = await import('../vault/upload-pages.ts');
        await uploadPages(draft.premises, (uploaded) => setState((old) => ({ ...old, uploaded })));
      }
      const trust = await queries.ensureQueryData(trustQuery);
      const { chain, departments } = await queries.ensureQueryData(cityQuery);
      prepared.current ??= await prepareApplication({
        chain,
        service,
        draft,
        session,
        departments,
        attestTimeoutMs: ATTEST_TIMEOUT_MS,
        asked: (asked) => setState((old) => ({ ...old, asked })),
        entered,
      });
      const stored = prepared.current;
      await saveCase(stored);
      entered('send');
      const { outcome, receipt, height } = await submitSigned(api, stored.transaction, stored.sidecar);
      await saveCase({ ...stored, receipt });
      if (outcome.refused !== undefined) {
        prepared.current = undefined;
        throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Failure['facts']);
      }
      entered('check');
      // The next page shows these; they are fetched while the receipt is checked.
      const licence = licenceIn(outcome);
      if (licence !== undefined) void queries.prefetchQuery(verifiedLicenceQuery(licence, trust));
      rememberFiled(stored.id, height);
      void queries.prefetchQuery(ownCaseQuery(stored.id));
      const finding = await checkEvidence(receipt, trust, webCryptoCheck);
      if (finding.kind !== 'receipt' || finding.receipt.transaction.id !== stored.id)
        throw new PortalError('receipt-not-ours');
      leaveContact(stored.id, draft);
      setState((old) => ({ ...old, done: true, id: stored.id }));
    } catch (error) {
      if (failureOf(error).code === 'attachment-not-stored') {
        const { sendAgain } = await import('../vault/upload-pages.ts');
        await sendAgain(draft.premises ?? []);
      }
      setState((old) => ({ ...old, error }));
    }
  }, [queries, service, draft, session]);
  const start = useCallback(() => void run(), [run]);
  return { ...state, start };
}

/** The number, where a licence was issued at once. Only for fetching it early: the page believes its proof. */
function licenceIn(outcome: object): string | undefined {
  const events = (outcome as { events?: readonly (readonly [string, { licence?: unknown }])[] }).events ?? [];
  const number = events.find(([name]) => name === 'case.granted')?.[1].licence;
  return typeof number === 'string' ? number : undefined;
}

/** Kept first, then given to the deciding organ while the page goes on: one that is down gets it later. */
function leaveContact(id: string, { contact }: ApplicationDraft): void {
  if (contact?.phone === undefined && contact?.email === undefined) return;
  keepContact(id, { ...contact, isGiven: false });
  void giveContact(id).catch(() => undefined);
}
