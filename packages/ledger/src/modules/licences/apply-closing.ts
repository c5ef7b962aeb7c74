import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import type { Refusal } from '../../refusals.ts';
import { licenceNumber, reasonCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { bool } from '../../shape/values.ts';
import { holderActsOnLicence, holderOf, licenceExists, licenceHasProcedure } from './licence-rules.ts';
import {
  isCleared,
  licenceSuits,
  matterIsAttested,
  matterIsNew,
  nothingIsOpen,
  taxesAreCleared,
} from './matter-rules.ts';
import { openMatter } from './open-matter.ts';
import { mayFollowMatter } from './refiled-matter.ts';

const firstBody = { number: licenceNumber, reason: reasonCode, previous: optional(transactionId) };
/** Since protocol version 4 the holder may choose to be handled by an officer. */
const body = { ...firstBody, manual: optional(bool) };
type Body = BodyOf<typeof body>;

/**
 * 一般注销 (市场主体登记管理条例 31, 实施细则 46): an application and the tax office's 清税证明; an individual business needs
 * no liquidation report. Open also to a licence that was taken away, which still has to be closed.
 */
const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'licences.apply-closing',
  sidecar: 'required',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.apply-closing'),
    licenceHasProcedure,
    ({ number }, context) => licenceSuits('closing', number, context),
    matterIsNew,
    nothingIsOpen,
    mayFollowMatter,
    clearanceIsThere,
  ],
  effect: ({ number, reason, previous, manual }, context, draft) => {
    const { tradeName, scope, region, operator, organ } = draft.get('licence', number);
    const cleared = isCleared(number, context) ? {} : { uncleared: true as const };
    const matter = { kind: 'closing' as const, licence: number, ground: reason, ...cleared };
    const application = { ...(tradeName === undefined ? {} : { tradeName }), scope, region, operator };
    const holder = holderOf(draft, number);
    return openMatter(draft, { matter, body: application, organ, holder, previous, manual }, context);
  },
};

export const applyClosing: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 3, body: firstBody }),
  defineDeed({ ...spec, since: 4, body, rules: [...spec.rules, matterIsAttested] }),
];

/** Where no tax office attests, its paper must be there. */
function clearanceIsThere(closing: Body, context: DeedContext): Refusal | undefined {
  const service = context.records.find('licence', closing.number)?.service ?? '';
  const isAttested = context.records.find('service', service)?.matters !== undefined;
  return isAttested ? undefined : taxesAreCleared(closing, context);
}
