import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Writes `guides/<service>.json` for every folder under `services/`: the service's own titles, words, scopes and
 * refusal reasons. The pages read them as data, so no page imports a service or knows its name.
 */
export function serviceGuides(servicesFolder: string): Plugin {
  return {
    name: 'minglu-service-guides',
    apply: 'build',
    async generateBundle() {
      for (const { id, guide } of await readGuides(servicesFolder)) {
        this.emitFile({ type: 'asset', fileName: `guides/${id}.json`, source: JSON.stringify(guide) });
      }
    },
  };
}

async function readGuides(folder: string): Promise<{ id: string; guide: object }[]> {
  const guides: { id: string; guide: object }[] = [];
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    const index = join(folder, name, 'src/index.ts');
    if (!existsSync(index)) continue;
    const exported: Record<string, unknown> = await import(pathToFileURL(index).href);
    const definition = Object.values(exported).find(isDefinition);
    if (definition === undefined) throw new Error(`${name} exports no service definition`);
    const { id, title, summary, refusalReasons, feeCents } = definition.manifest;
    const scope = exported.scopeItems ?? [];
    guides.push({ id, guide: { title, summary, refusalReasons, feeCents, messages: definition.messages, scope } });
  }
  return guides;
}

interface Definition {
  readonly manifest: {
    readonly id: string;
    readonly title: object;
    readonly summary: object;
    readonly refusalReasons: object;
    readonly feeCents: number;
  };
  readonly messages: object;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'manifest' in value && 'messages' in value;
}
