import { Registry } from 'prom-client';
import type { ApiContext } from '../api-context.ts';
import { buildApp } from '../build-app.ts';
import { RequestTally } from '../http/request-tally.ts';

/** The document of the routes as they are registered; no node, no port, no disk. */
export const buildOpenapi = async (): Promise<Record<string, unknown>> => {
  const options = { random: (bytes: number) => new Uint8Array(bytes), connectOrigins: [] };
  // Registration touches nothing else of the context; handlers are never run here.
  const context = { options, tally: new RequestTally(new Registry()) } as unknown as ApiContext;
  const app = await buildApp(context);
  await app.ready();
  const document = app.swagger() as unknown as Record<string, unknown>;
  await app.close();
  return document;
};
