import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { readBody } from './read-body.ts';
import { statusOf } from './status-of.ts';

export type Handler = (body: JsonObject) => JsonObject | Promise<JsonObject>;

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** The only pages whose scripts may call this department. */
  readonly portalOrigins: readonly string[];
  /** `GET /about`, `POST /attest` …; only POST has a body. */
  readonly routes: Readonly<Record<string, Handler>>;
  /** Lines without personal data: route, status, code. */
  report(line: JsonObject): void;
}

export async function serve(options: ServeOptions): Promise<{ port: number; close(): Promise<void> }> {
  const listener = (request: IncomingMessage, response: ServerResponse) => void answer(options, request, response);
  const server: Server =
    options.tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...options.tls }, listener);
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { port, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(options: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  allowOrigin(options, request, response);
  try {
    if (request.method === 'OPTIONS') return end(response, 204, undefined);
    const handler = routeOf(options.routes, request.method ?? '', path);
    const body = request.method === 'POST' ? await readBody(request) : {};
    end(response, 200, await handler(body));
  } catch (error) {
    const refusal = error instanceof DepartmentError ? error : undefined;
    const status = refusal === undefined ? 500 : statusOf(refusal.code);
    const code = refusal?.code ?? 'internal';
    // An unknown path comes from a stranger and may hold anything: only paths that exist are written down.
    const route = options.routes[`${request.method} ${path}`] === undefined ? 'unknown' : path;
    options.report({ route, status, code });
    if (status === 413) response.setHeader('connection', 'close');
    end(response, status, { code, facts: refusal?.facts ?? {} });
  }
}

function routeOf(routes: ServeOptions['routes'], method: string, path: string): Handler {
  const handler = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined;
  if (handler !== undefined) return handler;
  const other = method === 'GET' ? 'POST' : 'GET';
  const known = Object.hasOwn(routes, `${other} ${path}`);
  throw new DepartmentError(known ? 'method-not-allowed' : 'route-not-found');
}

function allowOrigin(options: ServeOptions, request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !options.portalOrigins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-max-age', '600');
}

function end(response: ServerResponse, status: number, body: JsonObject | undefined): void {
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
