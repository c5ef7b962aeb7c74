import { type Deed, type DeedContext, type DeedSpec, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { displayText, oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import { licenceExists, licenceIsLiving, mayActOnLicence } from './licence-rules.ts';
import { moveLicence } from './move-licence.ts';

const firstBody = { number: licenceNumber, reason: reasonCode, kind: oneOf('annulled', 'revoked', 'withdrawn') };
const body = {
  ...firstBody,
  /** The statute and its article, as 市场主体登记管理条例 第四十条. */
  article: optional(displayText(2, 80)),
};
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'licences.revoke',
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.revoke'), licenceIsLiving, articleIsNamed],
  effect: ({ number, reason, kind, article }, { timeMs }, draft) => {
    const { organ } = moveLicence(draft, number, kind, timeMs);
    const by = article === undefined ? {} : { article };
    return { events: [event('licence.revoked', { number, organ, kind, reason, ...by })] };
  },
};

/**
 * Three acts that law keeps apart: annulled (撤销: it should never have been issued), revoked (吊销: a penalty),
 * withdrawn (撤回: the ground for it has gone, through nobody's fault).
 */
export const revokeLicence: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed({ ...spec, since: 2, body }),
  defineDeed({ ...spec, since: 3, body, rules: [...spec.rules, isNoAnnulment], effect: takeAway }),
];

/** 撤销登记 has an investigation and terms of its own (条例 40, 实施细则 53): it comes out of an annulment's record. */
function isNoAnnulment({ number, kind }: Body, { records }: DeedContext): Refusal | undefined {
  const service = records.find('licence', number)?.service ?? '';
  const isRegistration = records.find('service', service)?.procedure?.kind === 'registration';
  return kind === 'annulled' && isRegistration ? refuse('annulment-needed', { number }) : undefined;
}

/** The article stays with the licence: whoever looks it up reads why. */
function takeAway({ number, reason, kind, article }: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const moved = moveLicence(draft, number, kind, timeMs);
  if (article !== undefined) draft.write('licence', number, { ...moved, ground: { reason, article } });
  const by = article === undefined ? {} : { article };
  return { events: [event('licence.revoked', { number, organ: moved.organ, kind, reason, ...by })] };
}

/** Each of these acts has its own article; whoever takes a licence away says which. */
function articleIsNamed({ number, article }: Body, { records }: DeedContext): Refusal | undefined {
  const service = records.find('licence', number)?.service ?? '';
  const isUnderProcedure = records.find('service', service)?.procedure !== undefined;
  return isUnderProcedure && article === undefined ? refuse('article-missing', { number }) : undefined;
}
