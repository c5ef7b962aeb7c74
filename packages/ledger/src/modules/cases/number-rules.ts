import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { findNumberForm, serialDigits } from '../../shape/number-form.ts';
import { numberCounter } from '../licences/number-counter.ts';

/** Numbers of a registered form come to an end: an application is told so, rather than granted without one. */
export function numberIsLeft(
  { service, region }: { readonly service: string; readonly region: string },
  { records, timeMs }: DeedContext,
): Refusal | undefined {
  const pattern = records.find('service', service)?.licence.number;
  const form = pattern === undefined ? undefined : findNumberForm(pattern);
  if (form === undefined) return undefined;
  const next = records.find('counter', numberCounter(form, { region, timeMs }))?.next ?? 0;
  return next + 1 < 10 ** serialDigits(form) ? undefined : refuse('numbers-used-up', { service, region });
}

/** The same where a person grants. */
export function caseHasNumberLeft({ case: id }: { readonly case: string }, context: DeedContext): Refusal | undefined {
  const record = context.records.find('case', id);
  if (record?.body === undefined || record.matter !== undefined) return undefined;
  return numberIsLeft({ service: record.service, region: record.body.region }, context);
}
