import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { hasSealedReason } from '../cases/sealed-words-rule.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { endAnnulment } from './end-annulment.ts';

/** What article 41 lists, and that nothing false was found at all. */
const REASONS = ['not-false', 'public-interest', 'irreversible', 'other-law'] as const;

/** 不予撤销 (市场主体登记管理条例 41, 实施细则 55): a person's act, in words to whoever asked. */
export const rejectAnnulment = defineDeed({
  name: 'annulments.reject',
  since: 3,
  body: { annulment: transactionId, reason: oneOf(...REASONS) },
  sidecar: 'required',
  rules: [annulmentExists, mayActOnAnnulment('annulments.reject'), annulmentIs('investigated'), hasSealedReason],
  effect: ({ annulment: id, reason }, context, draft) => {
    const { licence, organ } = endAnnulment(draft, id, 'not-annulled', context);
    const facts = { annulment: id, licence, organ, outcome: 'not-annulled', basis: reason };
    return { events: [event('annulment.decided', facts)] };
  },
});
