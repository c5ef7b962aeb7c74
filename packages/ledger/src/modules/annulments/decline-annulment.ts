import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { hasSealedReason } from '../cases/sealed-words-rule.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { endAnnulment } from './end-annulment.ts';

const body = { annulment: transactionId, reason: oneOf('identity-not-verified', 'licence-closed', 'other-law') };

/** 不予受理 (实施细则 52): a person's act, told in writing to whoever asked, with one of the three grounds. */
export const declineAnnulment = defineDeed({
  name: 'annulments.decline',
  since: 3,
  body,
  sidecar: 'required',
  rules: [annulmentExists, mayActOnAnnulment('annulments.decline'), annulmentIs('asked'), hasSealedReason],
  effect: ({ annulment: id, reason }, context, draft) => {
    const { licence, organ } = endAnnulment(draft, id, 'declined', context);
    return { events: [event('annulment.declined', { annulment: id, licence, organ, reason })] };
  },
});
