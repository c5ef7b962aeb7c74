import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { instant, licenceNumber, reasonCode } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { licenceExists, licenceIsLiving, licenceIsValid, mayActOnLicence } from './licence-rules.ts';

const body = { number: licenceNumber, reason: reasonCode, until: optional(instant) };
type Body = BodyOf<typeof body>;

/** A person suspends; with `until` the licence is valid again at that instant though nobody acts. */
export const suspendLicence = defineDeed({
  name: 'licences.suspend',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.suspend'), licenceIsLiving, licenceIsValid, untilIsAhead],
  effect: ({ number, reason, until }, { timeMs }, draft) => {
    const licence = draft.get('licence', number);
    const end = until === undefined ? {} : { until };
    draft.write('licence', number, { ...licence, status: 'suspended', since: timeMs, ...end });
    return { events: [event('licence.suspended', { number, organ: licence.organ, reason, ...end })] };
  },
});

function untilIsAhead({ until }: Body, { timeMs }: DeedContext): Refusal | undefined {
  return until === undefined || until > timeMs ? undefined : refuse('until-not-ahead');
}
