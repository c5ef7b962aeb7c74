import { accessNames, decide, type Resource } from '@minglu/ledger';
import { Type } from 'typebox';
import { inSlices } from '../../access/in-slices.ts';
import { placesOfWork } from '../../access/places-of-work.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, keyIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';

const DEED = 'access.explain';

/** 某人能看到什么: what a key may do and read now, and where; asked of the chain's own decision, place by place. */
export const readReach = defineRoute({
  method: 'GET',
  path: '/api/access/reach',
  audit: recorded('read', 'access.reach'),
  schema: {
    summary: 'What a registered key may do and read, at which organisation, service and district, and by what',
    tags: ['access'],
    querystring: Type.Object({ kid: keyIdSchema }, { additionalProperties: false }),
    session: 'required',
    response: {
      200: Type.Object({
        org: Type.String(),
        status: Type.String(),
        rights: Type.Array(
          Type.Object({
            deed: Type.String(),
            organ: Type.String(),
            whole: Type.Boolean({ description: 'At the organisation as such, whatever the service and district.' }),
            places: Type.Array(
              Type.Object({ service: Type.Optional(Type.String()), region: Type.Optional(Type.String()) }),
            ),
            because: factsSchema,
          }),
        ),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const { kid } = request.query;
    const record = readRecord(context.node, `key/${kid}`);
    const org = String(record?.org ?? '');
    noteAbout(request, { object: `key/${kid}`, ...(org === '' ? {} : { organ: org }) });
    const isOwn = session.keys.some((one) => one.kid === kid);
    // A key of nobody's is refused as a colleague's elsewhere is.
    if (!isOwn && !may(context, session, DEED, record === undefined ? {} : { org }))
      throw new ApiError('access-denied', { deed: DEED });
    if (record === undefined) return { org, status: 'unknown', rights: [] };
    const state = { get: (key: string): string | undefined => context.node.read(key).value };
    const actor = { kid, caseKey: false, atMs: context.nowMs(), assurance: 3 as const };
    const rights = new Map<string, Right>();
    const places = await placesOfWork(context);
    await inSlices(questions(places), ({ deed, place }) => {
      const decision = decide(state, actor, deed, place);
      if (decision.allow) note(rights, { deed, place, because: decision.because });
    });
    return { org, status: String(record.status), rights: [...rights.values()] };
  },
});

interface Right {
  readonly deed: string;
  readonly organ: string;
  whole: boolean;
  readonly places: { service?: string; region?: string }[];
  readonly because: Record<string, unknown>;
}

interface Allowed {
  readonly deed: string;
  readonly place: Resource;
  readonly because: Record<string, unknown>;
}

function* questions(places: readonly Resource[]) {
  for (const deed of accessNames) for (const place of places) yield { deed, place };
}

const note = (rights: Map<string, Right>, { deed, place, because }: Allowed): void => {
  const { org: organ = '', service, region } = place;
  const name = `${deed} ${organ}`;
  const right = rights.get(name) ?? { deed, organ, whole: false, places: [], because };
  if (service === undefined) right.whole = true;
  else if (!right.whole) right.places.push({ service, ...(region === undefined ? {} : { region }) });
  rights.set(name, right);
};
