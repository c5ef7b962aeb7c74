import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import { licenceExists, licenceIsLiving, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

/** 注销登记 (市场主体登记管理条例 31): an honest end, and a word of its own. */
export const closeLicence = defineDeed({
  name: 'licences.close',
  since: 1,
  body: { number: licenceNumber, reason: reasonCode },
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.close'), licenceIsLiving],
  effect: ({ number, reason }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, 'closed', timeMs);
    return { events: [event('licence.closed', { number, organ, reason })] };
  },
});
