import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import type { AnnulmentsOf } from '../../queries/list-annulments.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import {
  heightSchema,
  licenceNumberSchema,
  millisecondsSchema,
  organSchema,
  transactionIdSchema,
} from '../../schemas.ts';
import { findSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { readResource } from '../../session/read-resource.ts';
import type { Session } from '../../session/session.ts';

/** An officer sees those of the organ the key belongs to; anybody sees what was announced about a licence. */
export const listAnnulmentsRoute = defineRoute({
  method: 'GET',
  path: '/api/annulments',
  audit: recordedWhenSeen('annulments.list'),
  schema: {
    summary:
      'Annulments: of the officer’s own organ, what was annulled by those under it, or those announced about a licence',
    tags: ['annulments'],
    querystring: Type.Object(
      {
        licence: Type.Optional(licenceNumberSchema),
        organ: Type.Optional(organSchema),
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    session: 'optional',
    response: {
      200: Type.Object({
        annulments: Type.Array(
          Type.Object({
            id: transactionIdSchema,
            licence: licenceNumberSchema,
            status: Type.String(),
            askedAt: millisecondsSchema,
            dueAt: Type.Optional(millisecondsSchema),
            announced: Type.Boolean(),
          }),
        ),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { licence, fromHeight } = request.query;
    const session = findSession(context, request);
    const key = officerKeyOf(session);
    const own = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
    const wanted = request.query.organ ?? (typeof own === 'string' ? own : undefined);
    const about = licence === undefined ? {} : { licence };
    const isOfficer = key !== undefined && wanted !== undefined;
    const kept = isOfficer
      ? await context.readModel.query('listAnnulments', { ...about, organ: wanted }, fromHeight)
      : [];
    // Each is asked about for itself: a rule about a service or a district cuts this list as it cuts the files.
    const seen = session === undefined ? [] : kept.filter(({ id }) => mayRead(context, session, id));
    const organ = session !== undefined && (seen.length > 0 || mayList(context, session, wanted)) ? wanted : undefined;
    if (organ === undefined && (licence === undefined || request.query.organ !== undefined))
      throw new ApiError('access-denied', { deed: DEED, ...(wanted === undefined ? {} : { org: wanted }) });
    if (organ !== undefined) noteAbout(request, { organ });
    if (organ !== undefined) noteSeen(request);
    const announced = { ...about, announced: true };
    const open = organ === undefined ? await context.readModel.query('listAnnulments', announced, fromHeight) : seen;
    const below = organ === undefined || organ !== own ? [] : await annulledBelow(context, organ, { ...about, organ });
    const rows = [...open, ...below];
    return {
      annulments: rows.map((row) => ({
        id: row.id,
        licence: row.licence,
        status: row.status,
        askedAt: row.asked_at,
        ...(row.due_at === null ? {} : { dueAt: row.due_at }),
        announced: row.announced === 1,
      })),
      height: context.readModel.height,
    };
  },
});

const DEED = 'annulments.read';

const mayRead = (context: ApiContext, session: Session, id: string): boolean =>
  may(context, session, DEED, readResource(context, 'annulment', id) ?? {});

const mayList = (context: ApiContext, session: Session, organ: string | undefined): boolean =>
  officerKeyOf(session) !== undefined && organ !== undefined && may(context, session, DEED, { org: organ });

/** 上级机关 may set right what an organ under it annulled (市场主体登记管理条例 42): it must see that to do so, and nothing before. */
async function annulledBelow(context: ApiContext, organ: string, asked: AnnulmentsOf) {
  const organisations = await context.readModel.query('listOrganisations', {});
  const below = organisations.filter((id) => readRecord(context.node, `org/${id}`)?.superior === organ);
  const lists = await Promise.all(
    below.map((one) => context.readModel.query('listAnnulments', { ...asked, organ: one })),
  );
  return lists.flat().filter(({ status }) => status === 'annulled' || status === 'undone');
}
