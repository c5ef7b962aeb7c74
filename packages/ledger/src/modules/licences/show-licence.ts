import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { digest, licenceNumber } from '../../shape/ids.ts';
import { holderActsOnLicence, licenceExists, licenceIsLiving } from './licence-rules.ts';

/**
 * 出示: a holder says with the licence's own key which application it is meant for. Each case has a key of its own, so
 * without this word anybody could apply on somebody else's licence; naming another key takes the first word back.
 */
export const showLicence = defineDeed({
  name: 'licences.show',
  since: 4,
  body: { number: licenceNumber, kid: digest },
  sidecar: 'none',
  rules: [licenceExists, holderActsOnLicence('licences.show'), licenceIsLiving],
  effect: ({ number, kid }, _context, draft) => {
    const licence = draft.get('licence', number);
    draft.write('licence', number, { ...licence, shownTo: kid });
    return { events: [event('licence.shown', { number, organ: licence.organ, kid })] };
  },
});
