import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const portal = fileURLToPath(new URL('../../../packages/portal/', import.meta.url));
const out = fileURLToPath(new URL('../../../.cache/browser-portal/', import.meta.url));

/** Builds the portal as it ships, into the cache; what runs in the tests is what the sources say now. */
export async function buildPortal(): Promise<string> {
  await build({ configFile: `${portal}vite.config.ts`, logLevel: 'error', build: { outDir: out, emptyOutDir: true } });
  return out;
}
