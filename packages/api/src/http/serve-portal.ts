import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { withNonce } from './page-policy.ts';

const VERIFIER = '/verify.html';
/** The build lays a file's compressed forms beside it; a browser that takes one gets it under the file's own name. */
const COMPRESSED = /\.(br|gz)$/;
/** 128 bits: nobody guesses what the next page will carry. */
const NONCE_BYTES = 16;
const IMMUTABLE = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** Serves the built portal. Files with a digest in their name never change; everything else is asked for again. */
export const servePortal = async (
  app: FastifyInstance,
  directory: string,
  headers: Record<string, string>,
): Promise<void> => {
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    // The page itself is sent with a nonce of its own, under no name but that of what it shows.
    globIgnore: ['index.html', 'index.html.*'],
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders: (reply, file) => {
      const path = file.replace(COMPRESSED, '');
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      reply.header('cache-control', IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      // A verifier that runs on the origin it is meant to check would prove nothing: it is a file to keep.
      if (path.endsWith(VERIFIER)) reply.header('content-disposition', 'attachment; filename="verify.html"');
    },
  });
};

/** Answers some addresses before the built files do: what this installation has and its portal was built without. */
export const serveFirst = (
  app: FastifyInstance,
  files: ReadonlyMap<string, string>,
  headers: Record<string, string>,
): void => {
  app.addHook('onRequest', async (request, reply) => {
    const text = files.get(request.url.split('?')[0] ?? '');
    if (text === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return;
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text);
  });
};

/** Whether an unknown path is a page of the portal (which has its own router) rather than a mistake in the API. */
export const isPage = (method: string, path: string, accept: string | undefined): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|tile|metrics|healthz|checkpoint|trust\.json)(\/|$)/.test(path) &&
  !/\.[a-z0-9]{1,8}$/i.test(path) &&
  (path === '/' || (accept ?? '').includes('text/html'));

/** The one page, read once: each answer has a nonce of its own, so it is never sent as it lies on the disk. */
export const readPage = (directory: string): string => readFileSync(join(directory, 'index.html'), 'utf8');

export const sendPage = (
  reply: FastifyReply,
  html: string,
  { headersFor, random }: { headersFor(nonce: string): Record<string, string>; random(bytes: number): Uint8Array },
): FastifyReply => {
  const nonce = Buffer.from(random(NONCE_BYTES)).toString('base64url');
  return reply
    .headers(headersFor(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(withNonce(html, nonce));
};
