import { type AccessRule, problemOfRule, type RuleChange, type RulesRecord } from '@minglu/ledger';
import { Type } from 'typebox';
import { compareRules } from '../../access/compare-rules.ts';
import { keysInForce } from '../../access/keys-in-force.ts';
import { placesOfWork } from '../../access/places-of-work.ts';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { keyIdSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { ruleSchema } from './rule-schema.ts';

const DEED = 'access.propose-rule';

const differences = Type.Array(Type.Object({ kid: keyIdSchema, org: Type.String(), deeds: Type.Array(Type.String()) }));

/** Changes nothing; a body because a rule is no part of an address. */
export const previewRule = defineRoute({
  method: 'POST',
  path: '/api/access/preview',
  audit: recorded('read', 'access.preview'),
  schema: {
    summary: 'Who would gain and who would lose by a rule, or by one’s going, among the keys there are',
    tags: ['access'],
    session: 'required',
    body: Type.Object(
      {
        org: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' })),
        rule: Type.Optional(ruleSchema),
        withdraw: Type.Optional(transactionIdSchema),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        problem: Type.Optional(Type.String({ description: 'Code with which the chain would refuse it.' })),
        gains: differences,
        loses: differences,
        holders: Type.Boolean({ description: 'Applicants and holders are touched too.' }),
        partial: Type.Boolean({ description: 'Not everybody was asked: the numbers are the least there are.' }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const change = request.body as RuleChange;
    const { org } = change;
    const whose = org === undefined ? {} : { org };
    if (!may(context, session, DEED, whose)) throw new ApiError('access-denied', { deed: DEED, ...whose });
    const rule = change.rule ?? findRule(context, change);
    const problem = change.rule === undefined ? undefined : problemOfRule(change.rule, org);
    if (rule === undefined || problem !== undefined)
      return { problem: problem ?? 'rule-unknown', gains: [], loses: [], holders: false, partial: false };
    const [keys, places] = await Promise.all([keysInForce(context, org), placesOfWork(context)]);
    const { gains, loses, holders, isPartial } = await compareRules(context, { change, rule, keys, places });
    return { gains: copy(gains), loses: copy(loses), holders, partial: isPartial };
  },
});

const copy = (list: Awaited<ReturnType<typeof compareRules>>['gains']) =>
  list.map(({ kid, org, deeds }) => ({ kid, org, deeds: [...deeds] }));

const findRule = ({ node }: ApiContext, { org = '', withdraw }: RuleChange): AccessRule | undefined => {
  const list = readRecord(node, org === '' ? 'rules' : `rules/${org}`) as RulesRecord | undefined;
  return list?.rules.find(({ id }) => id === withdraw);
};
