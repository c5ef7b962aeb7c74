import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import type { Route } from '../route.ts';
import { answerError } from './error-handler.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** 405 with the methods that would do, before a body is read. */
export const refuseOtherMethods = (app: FastifyInstance, context: ApiContext, routes: readonly Route[]): void => {
  const allowed = new Map<string, HTTPMethods[]>();
  for (const { path, method } of routes) {
    const methods = allowed.get(path) ?? [];
    methods.push(method, ...(method === 'GET' ? (['HEAD'] as const) : []));
    allowed.set(path, methods);
  }
  for (const [path, methods] of allowed) {
    const allow = methods.join(', ');
    app.route({
      method: METHODS.filter((method) => !methods.includes(method)),
      url: path,
      schema: { hide: true },
      onRequest: (request, reply) => {
        reply.header('allow', allow);
        answerError(context, new ApiError('method-not-allowed', { allow }), request, reply);
      },
      handler: () => undefined,
    });
  }
};
