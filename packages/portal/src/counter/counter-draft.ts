import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { type TypedContact, typedFrom } from '../inbox/contact-problems.ts';
import type { Service } from '../server/service.ts';
import { withOperator } from './counter-steps.ts';
import type { CounterPerson } from './read-document.ts';

/** What was typed for one person at the counter: in this page's memory only. */
export interface CounterDraft {
  /** Whose it is: another person's document begins another one. */
  readonly idNumber: string;
  readonly answers: ApplicationDraft;
  readonly contact: TypedContact;
  /** It came from the person's own device, and when it was last written there. */
  readonly fromHome?: number;
}

/** The same person's document read once more leaves everything that was typed. */
export function draftFor(service: Service, person: CounterPerson, before: CounterDraft | undefined): CounterDraft {
  const { idNumber, name, address } = person;
  if (before?.idNumber === idNumber) return { ...before, answers: withOperator(service, before.answers, name) };
  const known = address === undefined ? emptyDraft : { ...emptyDraft, residence: address };
  return { idNumber, answers: withOperator(service, known, name), contact: typedFrom(undefined) };
}

/** What the person wrote at home takes the place of all that stands here; the name is the register's. */
export function takenFromHome(service: Service, draft: CounterDraft, home: ApplicationDraft): CounterDraft {
  const { operator, residence } = draft.answers;
  return {
    idNumber: draft.idNumber,
    answers: { ...withOperator(service, home, operator), ...(residence === undefined ? {} : { residence }) },
    contact: typedFrom(home.contact),
    fromHome: home.updatedAt,
  };
}
