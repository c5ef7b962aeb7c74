import type { JsonObject } from '@minglu/protocol';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import { listOf } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import { scope, tradeName } from '../cases/case-shapes.ts';
import { licenceIsLiving } from '../licences/licence-rules.ts';
import { freeName, isNameTaken, keepsNames, takeName } from '../names/names.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { endAnnulment } from './end-annulment.ts';

const ARTICLE = '市场主体登记管理条例实施细则 第五十七条';

const body = {
  annulment: transactionId,
  /** What was false, in public members: as it is to stand instead. */
  tradeName: optional(tradeName),
  scope: optional(scope),
  /** What was false and is not public: registered or filed (实施细则 58). */
  particulars: optional(
    listOf(oneOf('premises', 'operator-name', 'operator-residence', 'family-members', 'contact'), 1, 5),
  ),
};
type Body = BodyOf<typeof body>;

/** 仅撤销虚假的登记事项 (实施细则 57): the shop goes on without what was false. */
export const annulPartly = defineDeed({
  name: 'annulments.annul-partly',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [
    annulmentExists,
    mayActOnAnnulment('annulments.annul-partly'),
    annulmentIs('investigated'),
    theShopGoesOn,
    somethingIsFalse,
    nameIsFree,
  ],
  effect: annul,
});

/** 不影响市场主体存续: there must be one that goes on. */
function theShopGoesOn({ annulment: id }: Body, context: DeedContext): Refusal | undefined {
  return licenceIsLiving({ number: context.records.find('annulment', id)?.licence ?? '' }, context);
}

function somethingIsFalse({ tradeName: name, scope: codes, particulars }: Body): Refusal | undefined {
  return name === undefined && codes === undefined && particulars === undefined ? refuse('nothing-changes') : undefined;
}

function nameIsFree({ annulment: id, tradeName: name }: Body, { records }: DeedContext): Refusal | undefined {
  const number = records.find('annulment', id)?.licence ?? '';
  const licence = records.find('licence', number);
  if (licence === undefined || name === undefined) return undefined;
  const { region } = licence;
  return isNameTaken(records, { ...licence, tradeName: name }) ? refuse('name-taken', { number, region }) : undefined;
}

function annul(
  { annulment: id, particulars = [], tradeName: name, scope: codes }: Body,
  context: DeedContext,
  draft: Draft,
): Effect {
  const { licence: number, ground } = endAnnulment(draft, id, 'partly-annulled', context);
  const licence = draft.get('licence', number);
  const changes = {
    ...(name === undefined ? {} : { tradeName: name }),
    ...(codes === undefined ? {} : { scope: codes }),
  };
  const changed = { ...licence, ...changes, changedAt: context.timeMs };
  if (keepsNames(draft, licence.service)) {
    freeName(draft, licence);
    takeName(draft, changed);
  }
  draft.write('licence', number, changed);
  const { organ } = licence;
  const items = [...Object.keys(changes), ...particulars];
  return {
    events: [
      event('annulment.decided', { annulment: id, licence: number, organ, outcome: 'partly-annulled', basis: ground }),
      event('licence.changed', { number, organ, ...(changes as JsonObject), items, article: ARTICLE }),
    ],
  };
}
