import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody } from '../../state/records.ts';
import { takeName } from '../names/names.ts';
import { creditCode } from './credit-code.ts';

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
  const { licence, procedure } = draft.get('service', service);
  const { kind, validDays } = licence;
  const serial = draft.find('counter', 'licences')?.next ?? 0;
  const number = creditCode(region, serial);
  draft.write('counter', 'licences', { next: serial + 1 });
  if (procedure !== undefined) takeName(draft, { ...order.body, case: order.case });
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
  });
  return { number, event: event('licence.issued', { number, case: order.case, kind, organ }) };
}
