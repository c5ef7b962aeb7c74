import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { trailOf } from '../audit/request-trail.ts';
import { statusOf } from '../error-status.ts';
import { drainBody } from './drain-body.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type CodedError, findCodedError } from './find-coded-error.ts';

/** Turns whatever was thrown into a coded answer. What has no code is a defect of ours: logged by name, answered as `internal`. */
export const handleError =
  (context: ApiContext) =>
  (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = findCodedError(thrown) ?? fromFramework(thrown);
    if (error === undefined) logDefect(context, thrown, request);
    answerError(context, error ?? new ApiError('internal'), request, reply);
  };

export const answerError = (
  context: ApiContext,
  error: CodedError,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  const status = statusOf(error.code);
  // Facts of our own failures name files and remedies: they are the operator's, in the log and at /healthz.
  context.tally.refused(error.code);
  trailOf(request).code = error.code;
  if (status === 503) reply.header('retry-after', '1');
  if (error.code === 'quota-exceeded') reply.header('retry-after', String(error.facts.retryAfterS));
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  goOnAfter(request, reply);
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({ code: error.code, facts: status < 500 ? explainRefusal(error) : {}, correlation: request.id }),
    );
};

/** The framework closes the connection after any trouble with a body; here the rest of the body is read instead. */
const goOnAfter = (request: FastifyRequest, reply: FastifyReply): void => {
  drainBody(request.raw);
  // On the raw answer only a server that is closing has said so.
  if (!reply.raw.hasHeader('connection')) reply.removeHeader('connection');
};

/** Errors the framework makes before a handler runs. */
const fromFramework = (thrown: unknown): ApiError | undefined => {
  const error = thrown as Partial<FastifyError> | null;
  if (error === null || typeof error !== 'object') return undefined;
  if (error.validation !== undefined) return malformed(error as FastifyError);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('body-too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError('content-type-unsupported');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ApiError('http-malformed');
    case 'FST_ERR_ROUTE_METHOD_NOT_SUPPORTED':
      return new ApiError('method-not-allowed');
    case 'FST_ERR_HANDLER_TIMEOUT':
    case 'FST_ERR_REOPENED_CLOSE_SERVER':
      return new ApiError('overloaded');
    default:
      return fromStatus(error);
  }
};

/** What plug-ins refuse by status alone (a path that climbs, a byte that is none), and bodies that broke off. */
const fromStatus = ({ code, statusCode = 500 }: Partial<FastifyError>): ApiError | undefined => {
  if (statusCode === 403 || statusCode === 404) return new ApiError('route-not-found');
  if (statusCode >= 400 && statusCode < 500) return new ApiError('http-malformed');
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' ? new ApiError('http-malformed') : undefined;
};

/** Says which part and member were wrong, never with what value. */
const malformed = (error: FastifyError): ApiError => {
  const [first] = error.validation ?? [];
  const member = first?.instancePath.split('/')[1];
  return new ApiError('request-malformed', {
    where: error.validationContext ?? 'request',
    rule: first?.keyword ?? 'schema',
    ...(member === undefined || member.length > 40 ? {} : { member }),
  });
};

const logDefect = (context: ApiContext, thrown: unknown, request: FastifyRequest): void => {
  const error = thrown instanceof Error ? thrown : new Error('not an error');
  // The message may quote input; the stack's frames do not.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  context.log.error(
    {
      event: 'defect',
      error: error.name,
      frames: frames.slice(0, 8),
      route: request.routeOptions.url,
      correlation: request.id,
    },
    'unexpected error',
  );
};
