import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { licenceExists, licenceIsLiving, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

const body = { number: licenceNumber, reason: reasonCode };
type Body = BodyOf<typeof body>;

/** 注销登记 (市场主体登记管理条例 31): an honest end, and a word of its own. */
export const closeLicence = defineDeed({
  name: 'licences.close',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.close'), licenceIsLiving, nobodyMayObjectYet],
  effect: ({ number, reason }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, 'closed', timeMs);
    return { events: [event('licence.closed', { number, organ, reason })] };
  },
});

/** The departments asked about a closing have their days; the organ does not shorten them. */
function nobodyMayObjectYet({ number }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const closing = records.find('licence', number)?.closing;
  if (closing === undefined || timeMs > closing.dueAt) return undefined;
  return refuse('closing-running', { number, dueAt: closing.dueAt });
}
