import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { instant, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { caseExists, mayActOnCase, nameIsFree } from '../cases/case-rules.ts';
import { caseHasNumberLeft } from '../cases/number-rules.ts';
import { numberLicence } from './number-licence.ts';

const firstBody = { case: transactionId };
/** Since protocol version 4 a licence may begin on a later day than that of its issue. */
const body = { ...firstBody, from: optional(instant) };
type Body = BodyOf<typeof body>;

const YEAR_MS = 366 * 86_400_000;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'licences.issue',
  sidecar: 'optional',
  rules: [
    ...[caseExists, mayActOnCase('licences.issue'), caseIsGranted, caseHasNoLicence, nameIsFree],
    ...[caseHasNumberLeft, beginsLater],
  ],
  effect: ({ case: id, from }, { timeMs }, draft) => {
    const { body: application, ...record } = draft.get('case', id);
    if (application === undefined) throw new LedgerError('record-missing', { kind: 'case' });
    const { organ, service } = record;
    const beginning = from === undefined ? {} : { from };
    const issued = numberLicence(draft, { case: id, organ, service, body: application, timeMs, ...beginning });
    draft.write('case', id, { ...record, licence: issued.number });
    return { events: [issued.event] };
  },
};

/** For services whose grant does not issue by itself (`licence.separately`): the registrar issues afterwards. */
export const issueLicence: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed({ ...spec, since: 4, body }),
];

/** Back-dating would make a licence of what was none. */
function beginsLater({ from }: Body, { timeMs }: DeedContext): Refusal | undefined {
  if (from === undefined || (from > timeMs && from <= timeMs + YEAR_MS)) return undefined;
  return refuse('body-invalid', { member: 'from', problem: 'value' });
}

function caseIsGranted({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const status = records.find('case', id)?.status ?? '';
  return status === 'granted' ? undefined : refuse('case-not-granted', { case: id, status });
}

function caseHasNoLicence({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('case', id)?.licence;
  return licence === undefined ? undefined : refuse('case-has-licence', { case: id, licence });
}
