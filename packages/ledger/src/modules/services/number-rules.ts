import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { DeclaredField } from '../../shape/declared-fields.ts';
import { findNumberForm, type NumberForm } from '../../shape/number-form.ts';
import type { ServiceRecord } from '../../state/records.ts';
import { lettersCounter } from '../licences/number-counter.ts';

interface Numbering {
  readonly id: string;
  readonly licence: ServiceRecord['licence'];
  readonly fields?: readonly DeclaredField[];
}

/** Digits of a choice: one. */
const MAX_NUMBERED_CHOICES = 9;

/**
 * No two licences ever have one number: letters belong to the service that registered them first, a form once in use
 * stays as it is, and a choice that is part of it has one digit.
 */
export function numberFormIsOwn({ id, licence, fields }: Numbering, { records }: DeedContext): Refusal | undefined {
  const before = records.find('service', id)?.licence.number;
  if (before !== undefined && before !== licence.number) return refuse('number-form-taken', { service: id });
  const form = licence.number === undefined ? undefined : findNumberForm(licence.number);
  if (form === undefined) return undefined;
  if (!choiceIsThere(form, fields)) return refuse('body-invalid', { member: 'licence', problem: 'value' });
  const owner = records.find('counter', lettersCounter(form.letters))?.service;
  return owner === undefined || owner === id ? undefined : refuse('number-form-taken', { service: owner });
}

function choiceIsThere({ parts }: NumberForm, fields: readonly DeclaredField[] = []): boolean {
  return parts.every((part) => {
    if (part.kind !== 'choice') return true;
    const field = fields.find(({ name }) => name === part.field);
    const choices = field?.kind === 'choice' && field.optional !== true ? (field.choices ?? []) : [];
    return choices.length > 0 && choices.length <= MAX_NUMBERED_CHOICES;
  });
}
