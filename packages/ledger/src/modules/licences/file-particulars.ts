import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { listOf } from '../../shape/values.ts';
import { holderActsOnLicence, licenceExists, licenceHasProcedure } from './licence-rules.ts';
import { licenceSuits, sealedAre } from './matter-rules.ts';

/**
 * 备案 (市场主体登记管理条例 9, 29): family members who run it too, the contact. Recorded at once: filing is told, not
 * asked. Who they are goes sealed to the organ.
 */
export const fileParticulars = defineDeed({
  name: 'licences.file',
  since: 3,
  body: { number: licenceNumber, particulars: listOf(oneOf('family-members', 'contact'), 1, 2) },
  sidecar: 'required',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.file'),
    licenceHasProcedure,
    ({ number }, context) => licenceSuits('change', number, context),
    ({ particulars }, context) => sealedAre(particulars, context),
  ],
  effect: ({ number, particulars }, { timeMs }, draft) => {
    const licence = draft.get('licence', number);
    draft.write('licence', number, { ...licence, filedAt: timeMs });
    return { events: [event('licence.filed', { number, organ: licence.organ, particulars })] };
  },
});
