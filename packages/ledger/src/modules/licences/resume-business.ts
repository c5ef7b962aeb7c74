import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { holderActsOnLicence, licenceExists, licenceIsCeased, licenceIsLiving } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

/** 终止歇业 (实施细则 42): the holder opens again before the end, and says so. */
export const resumeBusiness = defineDeed({
  name: 'licences.resume',
  since: 2,
  body: { number: licenceNumber },
  sidecar: 'none',
  rules: [licenceExists, holderActsOnLicence('licences.resume'), licenceIsLiving, licenceIsCeased],
  effect: ({ number }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, 'valid', timeMs);
    return { events: [event('licence.resumed', { number, organ, by: 'holder', at: timeMs })] };
  },
});
