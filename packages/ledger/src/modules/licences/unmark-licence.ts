import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import { licenceExists, mayActOnLicence } from './licence-rules.ts';

const body = { number: licenceNumber, mark: oneOf('abnormal', 'order', 'unclosed'), reason: reasonCode };
type Body = BodyOf<typeof body>;

/** What a mark was about has been put right: 移出经营异常名录, an order that was followed. */
export const unmarkLicence = defineDeed({
  name: 'licences.unmark',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.unmark'), isThere],
  effect: ({ number, mark, reason }, _context, draft) => {
    const { marks = [], ...licence } = draft.get('licence', number);
    const left = marks.filter((one) => one.mark !== mark || one.reason !== reason);
    draft.write('licence', number, left.length === 0 ? licence : { ...licence, marks: left });
    return { events: [event('licence.unmarked', { number, organ: licence.organ, mark, reason })] };
  },
});

function isThere({ number, mark, reason }: Body, { records }: DeedContext): Refusal | undefined {
  const marks = records.find('licence', number)?.marks ?? [];
  const found = marks.some((one) => one.mark === mark && one.reason === reason);
  return found ? undefined : refuse('mark-unknown', { number, mark });
}
