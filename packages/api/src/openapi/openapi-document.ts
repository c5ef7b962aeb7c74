import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

/** What the generated document says besides the routes. */
export const openapiDocument: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: '明录 Minglu',
    version: '0.1.0',
    description:
      'The door of a Minglu chain. Refusals have a body {code, facts, correlation}; docs/errors.md explains every code. ' +
      'Evidence (receipts, proofs, checkpoints, tiles) is checked by the reader, never believed.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'Of a program: token of POST /api/sessions; 8 hours, 30 minutes without a request.',
      },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-minglu',
        description: 'Of a browser: set by a sign-in; requests that change something also need its own Origin.',
      },
    },
  },
};
