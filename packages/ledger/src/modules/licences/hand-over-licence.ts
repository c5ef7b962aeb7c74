import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { digest, licenceNumber } from '../../shape/ids.ts';
import { holderActsOnLicence, licenceExists, licenceHasProcedure } from './licence-rules.ts';
import { licenceSuits, nothingIsOpen } from './matter-rules.ts';

/**
 * 变更经营者 begins with the one who leaves (促进个体工商户发展条例 13): his key names the key that may ask to take the
 * licence over. Nothing else comes of it; naming another key takes the first one's leave back.
 */
export const handOverLicence = defineDeed({
  name: 'licences.hand-over',
  since: 3,
  body: { number: licenceNumber, kid: digest },
  sidecar: 'none',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.hand-over'),
    licenceHasProcedure,
    ({ number }, context) => licenceSuits('change', number, context),
    nothingIsOpen,
  ],
  effect: ({ number, kid }, _context, draft) => {
    const licence = draft.get('licence', number);
    draft.write('licence', number, { ...licence, successorKid: kid });
    return { events: [event('licence.handing-over', { number, organ: licence.organ, kid })] };
  },
});
