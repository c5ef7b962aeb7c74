import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';
import { PROPOSAL_LIFE_MS } from './proposal-rules.ts';
import { ruleProblem, ruleShape } from './rule-shapes.ts';
import { rulesHaveRoom } from './write-rules.ts';

/** `org`: whose keys the rule is about; everybody's where it is not said. */
const body = { org: optional(id), rule: ruleShape };
type Body = BodyOf<typeof body>;

/** A rule of access is put up; nothing is decided by it until a security administrator with another key confirms it. */
export const proposeRule = defineDeed({
  name: 'access.propose-rule',
  since: 4,
  body,
  sidecar: 'none',
  rules: [
    organisationIsThere,
    accessRule('access.propose-rule', ({ org }) => (org === undefined ? {} : { org })),
    ({ rule, org }) => ruleProblem(rule, org),
    endIsAhead,
    ({ org }, context) => rulesHaveRoom(org ?? '', context),
  ],
  effect: propose,
});

function organisationIsThere({ org }: Body, context: DeedContext): Refusal | undefined {
  return org === undefined ? undefined : organisationExists(org, context);
}

function endIsAhead({ rule: { until } }: Body, { timeMs }: DeedContext): Refusal | undefined {
  return until === undefined || until > timeMs ? undefined : refuse('until-not-ahead');
}

function propose({ org, rule }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { id: proposal, kid: by } = transaction;
  const about = org === undefined ? {} : { org };
  draft.write('rule-proposal', proposal, { ...about, rule, by, at: timeMs, until: timeMs + PROPOSAL_LIFE_MS });
  return { events: [event('access.rule-proposed', { proposal, ...about, effect: rule.effect, by })] };
}
