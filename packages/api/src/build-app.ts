import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';
import { addRoute } from './http/add-route.ts';
import { answerClientError } from './http/client-error.ts';
import { closeSilentSockets } from './http/close-silent-sockets.ts';
import { compileValidator } from './http/compile-validator.ts';
import { answerError, handleError } from './http/error-handler.ts';
import { refuseOtherMethods } from './http/refuse-other-methods.ts';
import { answerHeaders, securityHeaders } from './http/security-headers.ts';
import { isPage, readPage, sendPage, serveFirst, servePortal } from './http/serve-portal.ts';
import { parseStrictBody } from './http/strict-body.ts';
import { openapiDocument } from './openapi/openapi-document.ts';
import { routes } from './routes.ts';

/** A body holds a transaction and its sidecar, 32 KiB each, and the escapes of the JSON around them. */
const BODY_LIMIT_BYTES = 96 * 1024;

/** The server without its port: everything that can be asked of it, tests and tools use it as it is. */
export const buildApp = async (context: ApiContext): Promise<FastifyInstance> => {
  const app = Fastify(serverOptions(context));
  closeSilentSockets(app.server);
  const everywhere = answerHeaders({ tls: context.options.tls !== undefined });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(everywhere));
  app.setValidatorCompiler(compileValidator as Parameters<FastifyInstance['setValidatorCompiler']>[0]);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseStrictBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.setErrorHandler(handleError(context));
  await app.register(swagger, { openapi: openapiDocument });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  for (const route of routes) addRoute(app, context, route);
  refuseOtherMethods(app, context, routes);
  await addPortal(app, context);
  return app;
};

const addPortal = async (app: FastifyInstance, context: ApiContext): Promise<void> => {
  const { portalDirectory, portalFiles, tls, connectOrigins = [] } = context.options;
  const kind = { tls: tls !== undefined, connectOrigins };
  const headers = securityHeaders(kind);
  if (portalFiles !== undefined) serveFirst(app, portalFiles, headers);
  if (portalDirectory !== undefined) await servePortal(app, portalDirectory, headers);
  const html = portalDirectory === undefined ? '' : readPage(portalDirectory);
  const page = { headersFor: (nonce: string) => securityHeaders({ ...kind, nonce }), random: context.options.random };
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (portalDirectory === undefined || !isPage(request.method, path, request.headers.accept)) {
      answerError(context, new ApiError('route-not-found'), request, reply);
      return;
    }
    sendPage(reply, html, page);
  });
};

const serverOptions = (context: ApiContext): FastifyServerOptions => {
  const { tls, limits } = context.options;
  let requests = 0;
  const boot = Buffer.from(context.options.random(6)).toString('base64url');
  return {
    loggerInstance: undefined,
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: limits?.requestTimeoutMs ?? 20_000,
    connectionTimeout: limits?.connectionTimeoutMs ?? 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // Never taken from a header: a client must not choose what the operator's log says.
    genReqId: () => `${boot}-${(requests++).toString(36)}`,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: never, reply: never) => handleError(context)(error, request, reply),
    http: {
      headersTimeout: limits?.headersTimeoutMs ?? 10_000,
      connectionsCheckingInterval: Math.min(5_000, limits?.requestTimeoutMs ?? 5_000),
      maxHeaderSize: 16_384,
    },
    ...(tls === undefined ? {} : { https: { ...tls, minVersion: 'TLSv1.2' } }),
  } as unknown as FastifyServerOptions;
};
