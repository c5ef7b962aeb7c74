import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { moveLicence } from '../licences/move-licence.ts';
import { annulmentExists, annulmentIs, basisHolds, itsLicenceCanBeAnnulled, mayActOnAnnulment } from './annulment-rules.ts';
import { endAnnulment } from './end-annulment.ts';
import { writeAnnulment } from './write-annulment.ts';

const ARTICLE = '市场主体登记管理条例 第四十条';
const UNOPPOSED = '市场主体登记管理条例 第四十条第二款';

/**
 * 撤销登记 (市场主体登记管理条例 40): the registration should never have been. What the licence was until now is kept, to be
 * put back if the annulment turns out to be wrong.
 */
export const annulRegistration = defineDeed({
  name: 'annulments.annul',
  since: 3,
  body: { annulment: transactionId, basis: oneOf('found', 'unopposed') },
  sidecar: 'optional',
  rules: [
    annulmentExists,
    mayActOnAnnulment('annulments.annul'),
    annulmentIs('investigated'),
    itsLicenceCanBeAnnulled,
    basisHolds,
  ],
  effect: ({ annulment: id, basis }, context, draft) => {
    const { licence: number, ground: reason } = draft.get('annulment', id);
    const { status, until, ground } = draft.get('licence', number);
    const ended = endAnnulment(draft, id, 'annulled', context);
    const more = { ...(until === undefined ? {} : { until }), ...(ground === undefined ? {} : { ground }) };
    writeAnnulment(draft, id, { ...ended, before: { status, ...more } });
    const article = basis === 'unopposed' ? UNOPPOSED : ARTICLE;
    const annulled = moveLicence(draft, number, 'annulled', context.timeMs);
    draft.write('licence', number, { ...annulled, ground: { reason, article } });
    const { organ } = annulled;
    return {
      events: [
        event('annulment.decided', { annulment: id, licence: number, organ, outcome: 'annulled', basis }),
        event('licence.revoked', { number, organ, kind: 'annulled', reason, article }),
      ],
    };
  },
});
