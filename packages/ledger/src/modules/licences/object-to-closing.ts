import { accessRule } from '../../access/access-rule.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { endClosing } from './end-closing.ts';
import { closingRuns, licenceExists, licenceIsLiving } from './licence-rules.ts';

const body = { number: licenceNumber, reason: reasonCode };
type Body = BodyOf<typeof body>;

/**
 * 有关部门提出异议 (市场主体登记管理条例 33, third paragraph): any organisation, through an officer of its own, stops a
 * closing by the short procedure; taxes or wages may be owed. The holder can still close in the ordinary way.
 */
export const objectToClosing = defineDeed({
  name: 'licences.object-to-closing',
  since: 2,
  body,
  sidecar: 'optional',
  rules: [
    licenceExists,
    accessRule<Body>('licences.object-to-closing', (_body, records, kid) => ({
      org: records.find('key', kid)?.org ?? '',
    })),
    licenceIsLiving,
    closingRuns,
  ],
  effect: ({ number, reason }, { transaction, records }, draft) => {
    const { organ } = endClosing(draft, number);
    const by = records.find('key', transaction.kid)?.org ?? '';
    return { events: [event('licence.closing-opposed', { number, organ, by, reason })] };
  },
});
