import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { endClosing } from './end-closing.ts';
import { closingRuns, holderActsOnLicence, licenceExists, licenceIsLiving } from './licence-rules.ts';

/** The holder goes on after all. */
export const withdrawClosing = defineDeed({
  name: 'licences.withdraw-closing',
  since: 2,
  body: { number: licenceNumber },
  sidecar: 'none',
  rules: [licenceExists, holderActsOnLicence('licences.withdraw-closing'), licenceIsLiving, closingRuns],
  effect: ({ number }, _context, draft) => {
    const { organ } = endClosing(draft, number);
    return { events: [event('licence.closing-withdrawn', { number, organ })] };
  },
});
