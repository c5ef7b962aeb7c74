import { type Client, type OwnAttachment, putObject } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { failureOf, PortalError } from '../server/failure.ts';
import { findPage, savePage } from '../store/page-store.ts';

/** The vault keeps what nobody names for a day; half of one is surely not over. */
const FRESH_MS = 12 * 3_600_000;
const PAUSES_MS = [1_000, 3_000];
const PASSING = new Set(['unreachable', 'timeout', 'overloaded', 'answer-unreadable']);

/**
 * Brings every page to the vault; those that are there are not sent again. A line that breaks is tried three times.
 *
 * @param client an officer's own, where one brings somebody else's: it is counted with their organ, not with the line
 */
export async function uploadPages(
  pages: readonly OwnAttachment[],
  progress: (uploaded: number) => void = () => undefined,
  client: Client = api,
): Promise<void> {
  for (const [at, page] of pages.entries()) {
    progress(at);
    await uploadPage(page.digest, client);
  }
  progress(pages.length);
}

/** The vault says that something is missing after all: everything is sent again. */
export async function sendAgain(pages: readonly OwnAttachment[]): Promise<void> {
  for (const { digest } of pages) {
    const page = await findPage(digest);
    if (page !== undefined) await savePage({ digest, ciphertext: page.ciphertext });
  }
}

async function uploadPage(digest: string, client: Client): Promise<void> {
  const page = await findPage(digest);
  if (page === undefined) throw new PortalError('page-missing');
  if (page.uploadedAt !== undefined && Date.now() - page.uploadedAt < FRESH_MS) return;
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    try {
      await putObject(client, page.ciphertext);
      await savePage({ ...page, uploadedAt: Date.now() });
      return;
    } catch (error) {
      if (pauseMs === undefined || !PASSING.has(failureOf(error).code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
