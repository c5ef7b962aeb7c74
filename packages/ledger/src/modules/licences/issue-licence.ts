import { type DeedContext, defineDeed } from '../../deed.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { caseExists, mayActOnCase, nameIsFree } from '../cases/case-rules.ts';
import { caseHasNumberLeft } from '../cases/number-rules.ts';
import { numberLicence } from './number-licence.ts';

const body = { case: transactionId };
type Body = BodyOf<typeof body>;

/** For services whose grant does not issue by itself (`licence.separately`): the registrar issues afterwards. */
export const issueLicence = defineDeed({
  name: 'licences.issue',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [caseExists, mayActOnCase('licences.issue'), caseIsGranted, caseHasNoLicence, nameIsFree, caseHasNumberLeft],
  effect: ({ case: id }, { timeMs }, draft) => {
    const { body: application, ...record } = draft.get('case', id);
    if (application === undefined) throw new LedgerError('record-missing', { kind: 'case' });
    const { organ, service } = record;
    const issued = numberLicence(draft, { case: id, organ, service, body: application, timeMs });
    draft.write('case', id, { ...record, licence: issued.number });
    return { events: [issued.event] };
  },
});

function caseIsGranted({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const status = records.find('case', id)?.status ?? '';
  return status === 'granted' ? undefined : refuse('case-not-granted', { case: id, status });
}

function caseHasNoLicence({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('case', id)?.licence;
  return licence === undefined ? undefined : refuse('case-has-licence', { case: id, licence });
}
