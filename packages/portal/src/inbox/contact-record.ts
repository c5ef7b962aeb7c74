import type { CaseContact } from '@minglu/sdk';
import { localRecord } from '../store/local-record.ts';

/** What the person wants for one case, and whether the deciding department has it by now. */
export interface KeptContact extends Omit<CaseContact, 'language'> {
  readonly isGiven: boolean;
}

export type ContactAnswer = Omit<KeptContact, 'isGiven'>;

export const noContact: ContactAnswer = { electronicService: false };

const kept = localRecord('minglu.contacts', parseContacts);

export function findKeptContact(caseId: string): KeptContact | undefined {
  const all = kept.read() ?? {};
  return Object.hasOwn(all, caseId) ? all[caseId] : undefined;
}

export function keepContact(caseId: string, contact: KeptContact): void {
  kept.write({ ...kept.read(), [caseId]: contact });
}

export function forgetContact(caseId: string): void {
  const { [caseId]: _, ...rest } = kept.read() ?? {};
  kept.write(rest);
}

/** Cases whose department could not be reached when the person had answered. */
export function casesToGive(): readonly string[] {
  return Object.entries(kept.read() ?? {}).flatMap(([id, { isGiven }]) => (isGiven ? [] : [id]));
}

export function parseAnswer(raw: unknown): ContactAnswer | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { phone, email, electronicService } = raw as Record<string, unknown>;
  if (typeof electronicService !== 'boolean') return undefined;
  return {
    ...(typeof phone === 'string' ? { phone } : {}),
    ...(typeof email === 'string' ? { email } : {}),
    electronicService,
  };
}

function parseContacts(raw: unknown): Readonly<Record<string, KeptContact>> | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const entries = Object.entries(raw).flatMap(([id, value]) => {
    const answer = parseAnswer(value);
    return answer === undefined ? [] : [[id, { ...answer, isGiven: value.isGiven === true }] as const];
  });
  return Object.fromEntries(entries);
}
