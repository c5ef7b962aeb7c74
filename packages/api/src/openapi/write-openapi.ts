import { writeFile } from 'node:fs/promises';
import { buildOpenapi } from './build-openapi.ts';
import { clientTypes, type OpenapiDocument } from './client-types.ts';

/** Run by hand after a route has changed: `node packages/api/src/openapi/write-openapi.ts`. Tests compare what it writes. */
const document = await buildOpenapi();
await writeFile(new URL('../../openapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
await writeFile(
  new URL('../../../sdk/src/generated/operations.ts', import.meta.url),
  clientTypes(document as unknown as OpenapiDocument),
);
