import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { licenceExists, licenceIsLiving, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

/**
 * Three acts that law keeps apart: annulled (撤销: it should never have been issued), revoked (吊销: a penalty),
 * withdrawn (撤回: the ground for it has gone, through nobody's fault).
 */
export const revokeLicence = defineDeed({
  name: 'licences.revoke',
  since: 1,
  body: { number: licenceNumber, reason: reasonCode, kind: oneOf('annulled', 'revoked', 'withdrawn') },
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.revoke'), licenceIsLiving],
  effect: ({ number, reason, kind }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, kind, timeMs);
    return { events: [event('licence.revoked', { number, organ, kind, reason })] };
  },
});
