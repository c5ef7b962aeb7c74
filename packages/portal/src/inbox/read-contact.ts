import type { StoredCase } from '../store/case-store.ts';
import { findCaseDoor } from './case-door.ts';
import { findKeptContact, type KeptContact } from './contact-record.ts';
import { giveContact } from './give-contact.ts';

/** What the department has of a case, or what waits in this browser for it. Null, because a query may not answer undefined. */
export async function readContact(stored: StoredCase): Promise<KeptContact | null> {
  const kept = findKeptContact(stored.id);
  if (kept?.isGiven === false) {
    await giveContact(stored.id).catch(() => undefined);
    return findKeptContact(stored.id) ?? null;
  }
  try {
    const door = await findCaseDoor(stored);
    const there = await door?.department.findContact(await door.prove('contact.read'));
    if (there === undefined) return null;
    const { phone, email, electronicService } = there;
    return {
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      electronicService,
      isGiven: true,
    };
  } catch {
    // Down for now: what this browser remembers is what the department was told.
    return kept ?? null;
  }
}
