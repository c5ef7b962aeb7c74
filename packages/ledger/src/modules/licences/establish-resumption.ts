import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { displayText } from '../../shape/texts.ts';
import { licenceExists, licenceIsCeased, licenceIsLiving, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

/**
 * 在歇业期间开展经营活动的，视为恢复营业 (市场主体登记管理条例 30): an officer found it open, and it had not said so. The order
 * to put that right stands beside the status, by its article.
 */
export const establishResumption = defineDeed({
  name: 'licences.establish-resumption',
  since: 3,
  body: { number: licenceNumber, article: displayText(2, 80) },
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.establish-resumption'), licenceIsLiving, licenceIsCeased],
  effect: ({ number, article }, { timeMs }, draft) => {
    const moved = moveLicence(draft, number, 'valid', timeMs);
    const { organ } = moved;
    const reason = 'RESUMED-UNANNOUNCED';
    const marks = [...(moved.marks ?? []), { mark: 'order' as const, reason, article, at: timeMs }];
    draft.write('licence', number, { ...moved, marks });
    return {
      events: [
        event('licence.resumed', { number, organ, by: 'officer', at: timeMs }),
        event('licence.marked', { number, organ, mark: 'order', reason, article }),
      ],
    };
  },
});
