import { AuditError } from '@minglu/audit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { statusOf } from '../error-status.ts';
import { type RequestTrail, trailOf } from './request-trail.ts';
import type { RouteAudit } from './route-audit.ts';

type Recorded = Exclude<RouteAudit, { readonly unrecorded: unknown }>;

/**
 * Runs when an answer stands and nothing of it has gone out: what has to be in the trail is made durable first. Where that
 * fails, the answer is another: nobody learns anything that nobody will know they learned.
 */
export const recordAnswer =
  (context: ApiContext, audit: RouteAudit) =>
  async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    if ('unrecorded' in audit) return payload;
    const line = lineOf(audit, trailOf(request), reply.statusCode);
    if (line === undefined) return payload;
    try {
      await context.audit.append({ at: context.nowMs(), correlation: request.id, ...line });
      return payload;
    } catch (error) {
      return refuse(context, { request, reply, payload, error });
    }
  };

const lineOf = (audit: Recorded, trail: RequestTrail, status: number) => {
  const { actor = {}, about = {}, denied, code, isSeen } = trail;
  const assurance = trail.assurance === undefined ? {} : { assurance: trail.assurance };
  const { action = audit.action, ...object } = about;
  const refused = denied ?? (code !== undefined && isDenial(audit, code) ? code : undefined);
  if (refused !== undefined)
    return { kind: 'denied' as const, actor, action, ...object, result: refused, ...assurance };
  if (status >= 400 || !isTold(audit, isSeen)) return undefined;
  return { kind: audit.kind, actor, action, ...object, result: 'allowed', ...assurance };
};

const isTold = ({ when }: Recorded, isSeen = false): boolean => when === 'answered' || (when === 'seen' && isSeen);

const DENIAL_STATUSES: ReadonlySet<number> = new Set([401, 403]);

/** Of a sign-in everything that is not one. */
const isDenial = ({ kind }: Recorded, code: string): boolean => {
  const status = statusOf(code as Parameters<typeof statusOf>[0]);
  return DENIAL_STATUSES.has(status) || (kind === 'sign-in' && status < 500);
};

interface Unrecordable {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly payload: unknown;
  readonly error: unknown;
}

const refuse = (context: ApiContext, { request, reply, payload, error }: Unrecordable): string => {
  const { code } = new ApiError('audit-unavailable');
  const isDefect = error instanceof AuditError && error.code === 'audit-line-malformed';
  const what = isDefect ? { event: 'audit-line-malformed', ...error.facts } : { event: code };
  context.log.error({ ...what, route: request.routeOptions.url, correlation: request.id });
  context.tally.refused(code);
  if (payload !== null && typeof payload === 'object' && 'destroy' in payload)
    (payload as { destroy(): void }).destroy();
  for (const name of ['content-disposition', 'content-length', 'etag']) reply.removeHeader(name);
  reply
    .code(statusOf(code))
    .header('retry-after', '1')
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8');
  return JSON.stringify({ code, facts: {}, correlation: request.id });
};
