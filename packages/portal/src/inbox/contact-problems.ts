import type { FieldProblem } from '../forms/ErrorSummary.tsx';
import type { ContactAnswer } from './contact-record.ts';

/** The same forms as the department takes; it checks again. */
const PHONE = /^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/;
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** What a person typed, before it is an answer: spaces and dashes in a phone number are how people write them. */
export interface TypedContact {
  readonly phone: string;
  readonly email: string;
  readonly electronicService: boolean;
}

export function typedFrom(answer: ContactAnswer | undefined): TypedContact {
  const { phone = '', email = '', electronicService = false } = answer ?? {};
  return { phone, email, electronicService };
}

export function answerFrom({ phone, email, electronicService }: TypedContact): ContactAnswer {
  const number = phone.replaceAll(/[\s()-]/g, '');
  const address = email.trim();
  return {
    ...(number === '' ? {} : { phone: number }),
    ...(address === '' ? {} : { email: address }),
    electronicService,
  };
}

/** Message keys of what is wrong; both empty is fine, but agreement to electronic service needs somewhere to go. */
export function contactProblems(typed: TypedContact): readonly FieldProblem[] {
  const { phone, email, electronicService } = answerFrom(typed);
  const problems: FieldProblem[] = [];
  if (phone !== undefined && !PHONE.test(phone)) problems.push({ field: 'contact-phone', words: 'contact.phoneWrong' });
  if (email !== undefined && !EMAIL.test(email)) problems.push({ field: 'contact-email', words: 'contact.emailWrong' });
  if (electronicService && phone === undefined && email === undefined)
    problems.push({ field: 'contact-phone', words: 'contact.addressMissing' });
  return problems;
}
