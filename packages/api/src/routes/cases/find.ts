import { fileGrades, gradeOfSealed, lacking, type Resource } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied, noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, lackingSchema, purposeSchema, recordValueSchema, transactionIdSchema } from '../../schemas.ts';
import { findSession } from '../../session/find-session.ts';
import { decideFor, may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { readResource } from '../../session/read-resource.ts';

/**
 * Anyone sees where a case stands; its holder and the registrars of its organ also see why: the contract's trace, what
 * departments attested, and the envelopes (which only their recipients can open). The shape says nothing to others of
 * what they may not see.
 */
export const findCase = defineRoute({
  method: 'GET',
  path: '/api/cases/:id',
  audit: recordedWhenSeen('cases.read'),
  schema: {
    summary: 'A case: public status; with a session of its holder or organ also trace, facts and envelopes',
    tags: ['cases'],
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    querystring: Type.Object({ purpose: Type.Optional(purposeSchema) }, { additionalProperties: false }),
    session: 'optional',
    response: {
      200: Type.Object({
        id: transactionIdSchema,
        case: recordValueSchema,
        file: Type.Optional(
          Type.Object({
            trace: Type.Optional(Type.Unknown()),
            attested: Type.Array(Type.Object({ issuer: Type.String(), facts: factsSchema, issuedAt: Type.Integer() })),
            sealed: Type.Record(Type.String(), Type.String()),
            plain: factsSchema,
            erased: Type.Boolean({ description: 'The sidecar was lawfully erased.' }),
            withheld: Type.Array(Type.String(), { description: 'Parts that are there and not for this reader.' }),
          }),
        ),
        lacking: Type.Optional(lackingSchema),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = findSession(context, request);
    const { id } = request.params;
    const record = readRecord(context.node, `case/${id}`);
    if (record === undefined) throw new ApiError('case-not-found');
    noteAbout(request, { object: `case/${id}`, case: id, organ: String(record.organ) });
    if (session === undefined) return { id, case: record };
    const resource = readResource(context, 'case', id) ?? {};
    const asked = { ...resource, purpose: request.query.purpose };
    const mayRead = (grade: Grade): boolean => may(context, session, 'cases.read', { ...asked, grade });
    if (![2, 3, 4].some((grade) => mayRead(grade as Grade))) {
      // Anybody sees where a case stands; of an officer who came for the file it is kept that it was not given.
      if (officerKeyOf(session) === undefined) return { id, case: record };
      noteDenied(request);
      return { id, case: record, lacking: missing(decideFor(context, session, 'cases.read', asked), resource) };
    }
    if (request.query.purpose !== undefined) noteAbout(request, { purpose: request.query.purpose });
    noteSeen(request);
    return { id, case: record, file: await readFile(context, id, mayRead) };
  },
});

type Grade = NonNullable<Resource['grade']>;

/** What an officer would need; a rule that denies is not got over by asking. */
const missing = (decision: ReturnType<typeof decideFor>, resource: Resource) => {
  const { roles, isRequestable, ...rest } = lacking('cases.read', resource);
  const isDenied = !decision.allow && decision.facts.rule !== undefined;
  return { ...rest, roles: [...roles], requestable: isRequestable && !isDenied };
};

/** Part by part: what is of a grade that this reader may not see is named and not told. */
const readFile = async (context: ApiContext, id: string, mayRead: (grade: Grade) => boolean) => {
  const sidecar = await context.node.sidecar(id);
  const trace = await context.node.trace(id);
  const sealed = Object.entries(sidecar?.sealed ?? {});
  const isOpen = { trace: mayRead(fileGrades.trace), attested: mayRead(fileGrades.attested) };
  const attested = sidecar?.attestations ?? [];
  const plain = mayRead(fileGrades.plain);
  return {
    ...(trace === undefined || !isOpen.trace ? {} : { trace: JSON.parse(trace) as unknown }),
    attested: (isOpen.attested ? attested : []).map(({ statement }) => ({
      issuer: statement.issuer,
      facts: statement.facts,
      issuedAt: statement.issuedAt,
    })),
    sealed: Object.fromEntries(sealed.filter(([name]) => mayRead(gradeOfSealed(name)))),
    plain: plain ? (sidecar?.plain ?? {}) : {},
    erased: sidecar === undefined,
    withheld: [
      ...(trace !== undefined && !isOpen.trace ? ['trace'] : []),
      ...(attested.length > 0 && !isOpen.attested ? ['attested'] : []),
      ...(sidecar !== undefined && !plain ? ['plain'] : []),
      ...sealed.filter(([name]) => !mayRead(gradeOfSealed(name))).map(([name]) => name),
    ],
  };
};
