import { accessNames, canBeAllowed, PLATFORM, type RuleProposalRecord, type RulesRecord } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, keyIdSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { ruleSchema } from './rule-schema.ts';

const LIMIT = 200;
const CHANGES = ['rule-proposed', 'rule-in-force', 'rule-withdrawn', 'proposal-rejected', 'proposal-lapsed'];

const of = Type.Optional(Type.String({ description: 'Whose keys it is about; everybody’s where it is not said.' }));

/** Who may do what is no secret: rules, what is proposed and how it came about are public records of the chain. */
export const listRules = defineRoute({
  method: 'GET',
  path: '/api/access/rules',
  audit: unrecorded('public'),
  schema: {
    summary: 'Rules of access in force, proposals that wait for a second person, and how the rules came about',
    tags: ['access'],
    querystring: Type.Object(
      { fromHeight: Type.Optional(Type.Integer({ minimum: 0 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        rules: Type.Array(
          Type.Object({
            id: transactionIdSchema,
            org: of,
            rule: ruleSchema,
            by: Type.Array(keyIdSchema),
            requested: Type.Boolean({ description: 'Came of an approved request, and ends by itself.' }),
          }),
        ),
        proposals: Type.Array(
          Type.Object({
            id: transactionIdSchema,
            org: of,
            rule: Type.Optional(ruleSchema),
            withdraw: Type.Optional(transactionIdSchema),
            by: keyIdSchema,
            at: millisecondsSchema,
            until: millisecondsSchema,
          }),
        ),
        history: Type.Array(
          Type.Object({
            name: Type.String(),
            subject: transactionIdSchema,
            org: of,
            signer: Type.Optional(keyIdSchema),
            time: millisecondsSchema,
          }),
          { description: 'The newest first, at most 200.' },
        ),
        deeds: Type.Array(Type.Object({ name: Type.String(), allowable: Type.Boolean() }), {
          description: 'What a rule may speak of, and whether one may allow it.',
        }),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request) => {
    const { fromHeight } = request.query;
    const asked = { names: CHANGES, limit: LIMIT };
    const changes = await context.readModel.query('listAccessEvents', asked, fromHeight);
    const organisations = await context.readModel.query('listOrganisations', {});
    const lists = ['', ...new Set([PLATFORM, ...organisations])];
    const proposed = changes.filter(({ name }) => name === 'rule-proposed');
    return {
      rules: lists.flatMap((org) => rulesAbout(context, org)),
      proposals: proposed.flatMap(({ subject }) => proposalOf(context, subject)),
      history: changes.map(({ name, subject, org, signer, time }) => ({
        ...{ name, subject, time, ...about(org) },
        ...(signer === null ? {} : { signer }),
      })),
      deeds: accessNames.map((name) => ({ name, allowable: canBeAllowed(name) })),
      height: context.readModel.height,
    };
  },
});

const about = (org: string) => (org === '' ? {} : { org });

const rulesAbout = (context: ApiContext, org: string) => {
  const list = readRecord(context.node, org === '' ? 'rules' : `rules/${org}`) as RulesRecord | undefined;
  const nowMs = context.nowMs();
  return (list?.rules ?? [])
    .filter(({ until }) => until === undefined || until > nowMs)
    .map(({ id, by, ...rule }) => {
      const requested = readRecord(context.node, `access-request/${id}`) !== undefined;
      return { id, ...about(org), rule: rule as never, by: [...by], requested };
    });
};

const proposalOf = (context: ApiContext, id: string) => {
  const record = readRecord(context.node, `rule-proposal/${id}`) as RuleProposalRecord | undefined;
  return record === undefined || record.until <= context.nowMs() ? [] : [{ id, ...(record as object as Waiting) }];
};

type Waiting = Omit<RuleProposalRecord, 'rule'> & { readonly rule?: never };
