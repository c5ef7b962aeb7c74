import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import { findNumberForm, type NumberForm, writeNumber } from '../../shape/number-form.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody, ServiceRecord } from '../../state/records.ts';
import { takeName } from '../names/names.ts';
import { creditCode } from './credit-code.ts';
import { numberCounter, yearAt } from './number-counter.ts';

export interface LicenceOrder {
  readonly case: string;
  readonly organ: string;
  readonly service: string;
  readonly body: CaseBody;
  readonly timeMs: number;
  /** When it begins to hold, where that is not at once. */
  readonly from?: number;
}

const DAY_MS = 86_400_000;

/** Issues the licence of a granted case under the next number; the counter makes the number new, so nothing is looked up. */
export function numberLicence(
  draft: Draft,
  order: LicenceOrder,
): { readonly number: string; readonly event: LedgerEvent } {
  const { organ, service, timeMs, from } = order;
  const { tradeName, scope, region, operator, fields } = order.body;
  const record = draft.get('service', service);
  const { licence, procedure } = record;
  const { kind, validDays } = licence;
  const serial = draft.find('counter', 'licences')?.next ?? 0;
  const form = licence.number === undefined ? undefined : findNumberForm(licence.number);
  const number = form === undefined ? creditCode(region, serial) : numberByForm(form, order, { record, draft });
  draft.write('counter', 'licences', { next: serial + 1 });
  if (procedure?.kind === 'registration') takeName(draft, { ...order.body, case: order.case });
  draft.create('licence', number, {
    kind,
    organ,
    organName: draft.get('org', organ).name,
    service,
    case: order.case,
    ...(tradeName === undefined ? {} : { tradeName }),
    scope,
    region,
    operator,
    ...(fields === undefined ? {} : { fields }),
    status: 'valid',
    since: timeMs,
    issuedAt: timeMs,
    ...(from === undefined ? {} : { from }),
    ...(validDays === undefined ? {} : { expiresAt: (from ?? timeMs) + validDays * DAY_MS }),
    // A number of another form does not say how many licences there were before it; the register counts them all the same.
    ...(form === undefined ? {} : { serial }),
  });
  return { number, event: event('licence.issued', { number, case: order.case, kind, organ }) };
}

/** The next number of the service's own form; the rules have seen that there is one. */
function numberByForm(
  form: NumberForm,
  { body, timeMs }: LicenceOrder,
  { record, draft }: { readonly record: ServiceRecord; readonly draft: Draft },
): string {
  const { region, fields = {} } = body;
  const counter = numberCounter(form, { region, timeMs });
  const { next = 0, ...known } = draft.find('counter', counter) ?? {};
  draft.write('counter', counter, { ...known, next: next + 1 });
  const chosen = form.parts.find((part) => part.kind === 'choice');
  const choices = record.fields?.find(({ name }) => name === chosen?.field)?.choices ?? [];
  const choice = choices.indexOf(String(fields[chosen?.field ?? ''])) + 1;
  return writeNumber(form, { region, year: yearAt(timeMs), choice, serial: next + 1 });
}
