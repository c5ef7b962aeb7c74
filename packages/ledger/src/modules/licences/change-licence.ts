import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { scope, tradeName } from '../cases/case-shapes.ts';
import { licenceExists, licenceIsLiving, licenceIsValid, mayActOnLicence } from './licence-rules.ts';

const body = { number: licenceNumber, tradeName: optional(tradeName), scope: optional(scope) };
type Body = BodyOf<typeof body>;

/** 变更登记 (市场主体登记管理条例 24): what is registered changes, the number and the standing do not. */
export const changeLicence = defineDeed({
  name: 'licences.change',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.change'), licenceIsLiving, licenceIsValid, somethingChanges],
  effect: ({ number, ...changes }, { timeMs }, draft) => {
    const licence = draft.get('licence', number);
    draft.write('licence', number, { ...licence, ...changes, changedAt: timeMs });
    return { events: [event('licence.changed', { number, organ: licence.organ, ...changes })] };
  },
});

function somethingChanges(change: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', change.number);
  const sameName = change.tradeName === undefined || change.tradeName === licence?.tradeName;
  const sameScope = change.scope === undefined || change.scope.join() === licence?.scope.join();
  return sameName && sameScope ? refuse('nothing-changes') : undefined;
}
