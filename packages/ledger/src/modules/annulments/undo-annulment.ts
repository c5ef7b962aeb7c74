import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { tradeName } from '../cases/case-shapes.ts';
import { isLiving } from '../licences/licence-rules.ts';
import { isNameTaken, keepsNames, takeName } from '../names/names.ts';
import { annulmentExists, type NamesAnAnnulment, organOrSuperior } from './annulment-rules.ts';
import { liftBars } from './bars.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = {
  annulment: transactionId,
  /** The name to go on under, where somebody else has taken the old one since. */
  tradeName: optional(tradeName),
};
type Body = BodyOf<typeof body>;

/**
 * 撤销该决定，恢复原登记状态 (市场主体登记管理条例 42): by the organ or the one above it. The licence is again what it was;
 * a term that has passed meanwhile has ended by itself in the next block.
 */
export const undoAnnulment = defineDeed({
  name: 'annulments.undo',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [
    annulmentExists,
    (body, context) =>
      accessRule<NamesAnAnnulment>('annulments.undo', organOrSuperior(context.transaction.kid))(body, context),
    isAnnulled,
    nameIsFree,
  ],
  effect: undo,
});

/** Nothing else brings a licence back that has ended; and not this either, once it was closed for good. */
function isAnnulled({ annulment: id }: Body, { records }: DeedContext): Refusal | undefined {
  const record = records.find('annulment', id);
  const licence = records.find('licence', record?.licence ?? '');
  if (record?.status === 'annulled' && licence?.status === 'annulled') return undefined;
  return refuse('annulment-final', { annulment: id, status: record?.status ?? '' });
}

function nameIsFree({ annulment: id, tradeName: name }: Body, { records }: DeedContext): Refusal | undefined {
  const { licence: number = '', before } = records.find('annulment', id) ?? {};
  const licence = records.find('licence', number);
  if (before === undefined || !isLiving(before.status)) return undefined;
  if (licence === undefined || !keepsNames(records, licence.service)) return undefined;
  const wanted = { ...licence, tradeName: name ?? licence.tradeName };
  return isNameTaken(records, wanted) ? refuse('name-taken', { number, region: licence.region }) : undefined;
}

function undo({ annulment: id, tradeName: name }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { before, barred = [], ...record } = draft.get('annulment', id);
  if (before === undefined) throw new LedgerError('record-missing', { kind: 'annulment' });
  const { licence: number } = record;
  const undone = { ...record, status: 'undone' as const, decidedBy: transaction.kid, decidedAt: timeMs };
  writeAnnulment(draft, id, undone);
  const { ground: _ground, marks = [], ...licence } = draft.get('licence', number);
  const left = marks.filter(({ mark }) => mark !== 'unclosed');
  const renamed = name === undefined ? {} : { tradeName: name };
  const restored = { ...licence, ...renamed, ...before, since: timeMs };
  draft.write('licence', number, left.length === 0 ? restored : { ...restored, marks: left });
  if (isLiving(before.status) && keepsNames(draft, licence.service)) takeName(draft, restored);
  const { organ } = licence;
  return {
    events: [
      event('annulment.undone', { annulment: id, licence: number, organ, status: before.status }),
      event('licence.restored', { number, organ, status: before.status, ...renamed }),
      ...liftBars(draft, id, barred, 'ANNULMENT-UNDONE'),
    ],
  };
}
