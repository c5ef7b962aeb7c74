import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { licenceExists, mayActOnLicence } from './licence-rules.ts';
import { licenceSuits } from './matter-rules.ts';

/** 换发营业执照 (市场主体登记管理条例 28): the paper before it is handed in, or declared void where it cannot be. */
export const replaceLicence = defineDeed({
  name: 'licences.replace',
  since: 3,
  body: { number: licenceNumber, old: oneOf('returned', 'declared-void') },
  sidecar: 'none',
  rules: [
    licenceExists,
    mayActOnLicence('licences.replace'),
    ({ number }, context) => licenceSuits('change', number, context),
  ],
  effect: ({ number, old }, _context, draft) => {
    const licence = draft.get('licence', number);
    const edition = (licence.edition ?? 1) + 1;
    draft.write('licence', number, { ...licence, edition });
    return { events: [event('licence.replaced', { number, organ: licence.organ, edition, old })] };
  },
});
