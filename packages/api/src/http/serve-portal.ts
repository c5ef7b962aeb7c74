import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const VERIFIER = '/verify.html';
/** The build lays a file's compressed forms beside it; a browser that takes one gets it under the file's own name. */
const COMPRESSED = /\.(br|gz)$/;
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

export const sendPage = (reply: FastifyReply): FastifyReply => reply.sendFile('index.html');
