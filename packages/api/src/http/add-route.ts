import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { ApiContext } from '../api-context.ts';
import { recordAnswer } from '../audit/record-answer.ts';
import { errorAnswerSchema } from '../error-answer-schema.ts';
import type { Route } from '../route.ts';
import { checkOrigin } from '../session/check-origin.ts';
import { compileValidator } from './compile-validator.ts';

const NOTHING = Type.Object({}, { additionalProperties: false });

/** Puts a route on the server: schema, counting, and nothing between the request and its handler that it did not ask for. */
export const addRoute = (app: FastifyInstance, context: ApiContext, route: Route): void => {
  const { bytesLimit, form } = route.schema;
  if (form === true) {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
      put(scope, context, route);
    });
    return;
  }
  if (bytesLimit === undefined) {
    put(app, context, route);
    return;
  }
  // In a scope of its own: no other route learns to take bytes, or so many of them.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(OCTETS, { parseAs: 'buffer', bodyLimit: bytesLimit }, (_request, body, done) =>
      done(null, body),
    );
    put(scope, context, route);
  });
};

const FORM = 'application/x-www-form-urlencoded';
const OCTETS = 'application/octet-stream';

const put = (app: FastifyInstance, context: ApiContext, route: Route): void => {
  const { schema } = route;
  app.route({
    method: route.method,
    url: route.path,
    schema: fastifySchema(schema),
    ...(schema.bytesLimit === undefined ? {} : { bodyLimit: schema.bytesLimit, validatorCompiler: anyBytes }),
    // Before a body is read: what a strange page sends is not looked at.
    ...(route.method === 'GET' ? {} : { onRequest: async (request) => checkOrigin(context, request) }),
    handler: (request, reply) => {
      // A route that may be kept says so itself.
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      return route.handler(context, request, reply);
    },
    onSend: recordAnswer(context, route.audit),
    onResponse: context.tally.responseHook(route.method, route.path),
  });
};

/** Bytes have no shape to check; path and query of such routes are checked as everywhere. */
const anyBytes: FastifySchemaCompiler<TSchema> = (part) =>
  part.httpPart === 'body' ? (value: unknown) => ({ value }) : compileValidator(part);

const fastifySchema = (schema: Route['schema']) => ({
  summary: schema.summary,
  tags: schema.tags,
  params: schema.params ?? NOTHING,
  querystring: schema.querystring ?? NOTHING,
  ...(schema.body === undefined ? {} : { body: schema.body }),
  ...(schema.bytesLimit === undefined
    ? {}
    : { consumes: [OCTETS], body: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })) }),
  ...(schema.form === true ? { consumes: [FORM] } : {}),
  ...(schema.produces === undefined ? {} : { produces: [schema.produces] }),
  ...(schema.hide === true ? { hide: true } : {}),
  ...(schema.session === undefined ? {} : { security: security(schema.session) }),
  response: answers(schema.response),
});

const security = (session: 'required' | 'optional'): Record<string, string[]>[] =>
  session === 'required' ? [{ cookie: [] }, { bearer: [] }] : [{ cookie: [] }, { bearer: [] }, {}];

const answers = (response: Route['schema']['response']): Record<string, TSchema> => ({
  ...response,
  '4xx': errorAnswerSchema,
  '5xx': errorAnswerSchema,
});
