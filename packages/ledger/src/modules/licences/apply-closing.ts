import { defineDeed } from '../../deed.ts';
import { licenceNumber, reasonCode, transactionId } from '../../shape/ids.ts';
import { optional } from '../../shape/shape.ts';
import { holderActsOnLicence, licenceExists, licenceHasProcedure } from './licence-rules.ts';
import { licenceSuits, matterIsNew, nothingIsOpen, taxesAreCleared } from './matter-rules.ts';
import { openMatter } from './open-matter.ts';
import { mayFollowMatter } from './refiled-matter.ts';

/**
 * 一般注销 (市场主体登记管理条例 31, 实施细则 46): an application and the tax office's 清税证明; an individual business needs
 * no liquidation report. Open also to a licence that was taken away, which still has to be closed.
 */
export const applyClosing = defineDeed({
  name: 'licences.apply-closing',
  since: 3,
  body: { number: licenceNumber, reason: reasonCode, previous: optional(transactionId) },
  sidecar: 'required',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.apply-closing'),
    licenceHasProcedure,
    ({ number }, context) => licenceSuits('closing', number, context),
    matterIsNew,
    nothingIsOpen,
    mayFollowMatter,
    taxesAreCleared,
  ],
  effect: ({ number, reason, previous }, context, draft) => {
    const { tradeName, scope, region, operator, organ } = draft.get('licence', number);
    const matter = { kind: 'closing' as const, licence: number, ground: reason };
    const body = { ...(tradeName === undefined ? {} : { tradeName }), scope, region, operator };
    return openMatter(draft, { matter, body, organ, ...(previous === undefined ? {} : { previous }) }, context);
  },
});
