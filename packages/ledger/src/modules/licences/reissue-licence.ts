import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { holderActsOnLicence, licenceExists, licenceHasProcedure, licenceIsInForce } from './licence-rules.ts';

const body = { number: licenceNumber, reason: oneOf('lost', 'spoilt') };

/**
 * 营业执照遗失或者毁坏的，声明作废，申请补领 (市场主体登记管理条例 37): one act, by the holder's key. The record is the public
 * declaration: every edition before the one it names is void, whoever holds it.
 */
export const reissueLicence = defineDeed({
  name: 'licences.reissue',
  since: 3,
  body,
  sidecar: 'none',
  rules: [licenceExists, holderActsOnLicence('licences.reissue'), licenceHasProcedure, licenceIsInForce],
  effect: ({ number, reason }, _context, draft) => {
    const licence = draft.get('licence', number);
    const edition = (licence.edition ?? 1) + 1;
    draft.write('licence', number, { ...licence, edition });
    return { events: [event('licence.reissued', { number, organ: licence.organ, edition, reason })] };
  },
});
