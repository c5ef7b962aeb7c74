import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { ApiContext } from './api-context.ts';
import type { RouteAudit } from './audit/route-audit.ts';

/** The shapes of a route: what it takes, what it answers with, and what the documentation says of it. */
export interface RouteSchema<Params extends TSchema, Query extends TSchema, Body extends TSchema> {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly params?: Params;
  readonly querystring?: Query;
  readonly body?: Body;
  /** Media type of the answer when it is not JSON. */
  readonly produces?: string;
  readonly response: { readonly [status: number]: TSchema };
  /** Takes plain bytes instead of JSON, at most this many. */
  readonly bytesLimit?: number;
  /** Takes a form as browsers and OpenID providers send it (application/x-www-form-urlencoded) instead of JSON. */
  readonly form?: boolean;
  /** Needs a session: the cookie of a browser, or a program's bearer token. */
  readonly session?: 'required' | 'optional';
  /** Left out of openapi.json. */
  readonly hide?: boolean;
}

export interface RouteDefinition<Params extends TSchema, Query extends TSchema, Body extends TSchema> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly audit: RouteAudit;
  readonly schema: RouteSchema<Params, Query, Body>;
  readonly handler: (
    context: ApiContext,
    request: FastifyRequest<{ Params: Static<Params>; Querystring: Static<Query>; Body: Static<Body> }>,
    reply: FastifyReply,
  ) => unknown;
}

/** A route whose own types have been forgotten, as the list of all routes holds it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly audit: RouteAudit;
  readonly schema: RouteSchema<TSchema, TSchema, TSchema>;
  readonly handler: (context: ApiContext, request: FastifyRequest, reply: FastifyReply) => unknown;
}

/** Checks a route's handler against its own schema, then forgets the difference. */
export const defineRoute = <
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
>(
  route: RouteDefinition<Params, Query, Body>,
): Route => route as unknown as Route;
