import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { licenceExists, licenceIsLiving, licenceIsSuspended, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

/** A person ends a suspension before its time, or one that had no end. */
export const restoreLicence = defineDeed({
  name: 'licences.restore',
  since: 1,
  body: { number: licenceNumber },
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.restore'), licenceIsLiving, licenceIsSuspended],
  effect: ({ number }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, 'valid', timeMs);
    return { events: [event('licence.restored', { number, organ })] };
  },
});
