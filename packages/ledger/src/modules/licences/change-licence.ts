import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { scope, tradeName } from '../cases/case-shapes.ts';
import { freeName, isNameTaken, keepsNames, takeName } from '../names/names.ts';
import { licenceExists, licenceIsLiving, licenceIsValid, mayActOnLicence } from './licence-rules.ts';

const body = { number: licenceNumber, tradeName: optional(tradeName), scope: optional(scope) };
type Body = BodyOf<typeof body>;

/** 变更登记 (市场主体登记管理条例 24): what is registered changes, the number and the standing do not. */
export const changeLicence = defineDeed({
  name: 'licences.change',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [
    licenceExists,
    mayActOnLicence('licences.change'),
    licenceIsLiving,
    licenceIsValid,
    somethingChanges,
    nameIsFree,
  ],
  effect: ({ number, ...changes }, { timeMs }, draft) => {
    const licence = draft.get('licence', number);
    const changed = { ...licence, ...changes, changedAt: timeMs };
    draft.write('licence', number, changed);
    if (changes.tradeName !== undefined && keepsNames(draft, licence.service)) {
      freeName(draft, licence);
      takeName(draft, changed);
    }
    return { events: [event('licence.changed', { number, organ: licence.organ, ...changes })] };
  },
});

function somethingChanges(change: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', change.number);
  const sameName = change.tradeName === undefined || change.tradeName === licence?.tradeName;
  const sameScope = change.scope === undefined || change.scope.join() === licence?.scope.join();
  return sameName && sameScope ? refuse('nothing-changes') : undefined;
}

/** Two businesses of one name in one place are not made by a change either (市场主体登记管理条例 10). */
function nameIsFree({ number, tradeName }: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', number);
  if (licence === undefined || tradeName === undefined || !keepsNames(records, licence.service)) return undefined;
  const { region } = licence;
  return isNameTaken(records, { ...licence, tradeName }) ? refuse('name-taken', { number, region }) : undefined;
}
