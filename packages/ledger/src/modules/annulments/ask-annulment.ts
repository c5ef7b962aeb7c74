import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import { attestationsHold } from '../cases/attestation-rules.ts';
import { licenceExists, licenceHasProcedure } from '../licences/licence-rules.ts';
import { sealedAre } from '../licences/matter-rules.ts';
import { answerDue } from './annulment-clock.ts';
import { licenceCanBeAnnulled } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = { number: licenceNumber, ground: oneOf('identity-used', 'false-papers') };
type Body = BodyOf<typeof body>;

/**
 * 申请撤销登记 (市场主体登记管理条例 40): whoever is affected asks, with a key made for this alone and an identity that a
 * department has checked (实施细则 51). What happened is told sealed to the organ, which answers within three working days.
 */
export const askAnnulment = defineDeed({
  name: 'annulments.ask',
  since: 3,
  body,
  sidecar: 'required',
  rules: [
    licenceExists,
    accessRule<Body>('annulments.ask', () => ({})),
    licenceHasProcedure,
    licenceCanBeAnnulled,
    isNew,
    identityIsAttested,
    (_body, context) => sealedAre(['statement'], context),
  ],
  effect: ({ number, ground }, { transaction, timeMs }, draft) => {
    const { organ } = draft.get('licence', number);
    const due = answerDue(draft, number, timeMs);
    writeAnnulment(draft, transaction.id, {
      licence: number,
      organ,
      ground,
      status: 'asked',
      asker: transaction.kid,
      askedAt: timeMs,
      ...due,
    });
    const facts = { annulment: transaction.id, licence: number, organ, ground, by: 'affected-person' };
    return { events: [event('annulment.asked', { ...facts, ...due })] };
  },
});

function isNew(_body: Body, { records, transaction }: DeedContext): Refusal | undefined {
  return records.find('annulment', transaction.id) === undefined ? undefined : refuse('case-exists');
}

/** 被冒用人应当配合登记机关通过线上或者线下途径核验身份信息. */
function identityIsAttested({ number }: Body, context: DeedContext): Refusal | undefined {
  const { sidecar, erased, records } = context;
  if (erased !== undefined) return undefined;
  if (sidecar === undefined || sidecar.attestations.length === 0) return refuse('identity-missing');
  return attestationsHold(records.find('licence', number)?.service ?? '', context);
}
