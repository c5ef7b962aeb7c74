import type { JsonObject } from '@minglu/protocol';
import { wordsNow } from '../language/words.ts';
import { findCase } from '../store/case-store.ts';
import { findCaseDoor } from './case-door.ts';
import { casesToGive, findKeptContact, forgetContact, keepContact } from './contact-record.ts';

/**
 * Hands the kept answer to the deciding department. It stands in this browser first and is marked when the department
 * has it, so that one which is down gets it later: nothing is lost, and the platform never sees it.
 */
export async function giveContact(caseId: string): Promise<void> {
  const kept = findKeptContact(caseId);
  const stored = await findCase(caseId);
  if (kept === undefined || stored === undefined) return;
  const door = await findCaseDoor(stored);
  if (door === undefined) return;
  const { isGiven: _, ...answer } = kept;
  const language = wordsNow().i18n.language === 'en' ? 'en' : 'zh-CN';
  await door.department.putContact(await door.prove('contact.put', { ...answer, language } as JsonObject));
  keepContact(caseId, { ...kept, isGiven: true });
}

/** What waited for a department that was down; a failure leaves it waiting. */
export async function giveWaitingContacts(): Promise<void> {
  for (const id of casesToGive()) await giveContact(id).catch(() => undefined);
}

/** The department forgets first: an address that is gone here and kept there would be no deletion. */
export async function deleteContact(caseId: string): Promise<void> {
  const stored = await findCase(caseId);
  const door = stored === undefined ? undefined : await findCaseDoor(stored);
  if (door !== undefined) await door.department.deleteContact(await door.prove('contact.delete'));
  forgetContact(caseId);
}
