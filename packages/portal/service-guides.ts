import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Writes `guides/<service>.json` for every folder under `services/`: the service's own titles, words, scopes and
 * refusal reasons; `guides/matters.json` with every matter and the words it is found by, and a file for the guide of each. The
 * pages read them as data, so no page imports a service or knows its name, and a phone fetches one guide and no script for it.
 */
export function serviceGuides(servicesFolder: string): Plugin {
  return {
    name: 'minglu-service-guides',
    apply: 'build',
    async generateBundle() {
      for (const { id, guide } of await readGuides(servicesFolder)) {
        this.emitFile({ type: 'asset', fileName: `guides/${id}.json`, source: JSON.stringify(guide) });
      }
      for (const [name, content] of await readMatters(servicesFolder)) {
        this.emitFile({ type: 'asset', fileName: `guides/${name}.json`, source: JSON.stringify(content) });
      }
    },
  };
}

async function readGuides(folder: string): Promise<{ id: string; guide: object }[]> {
  const guides: { id: string; guide: object }[] = [];
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    // The matters have guides of their own and nothing to apply for.
    if (!existsSync(join(folder, name, 'src/manifest.ts'))) continue;
    const index = join(folder, name, 'src/index.ts');
    const exported: Record<string, unknown> = await import(pathToFileURL(index).href);
    const definition = Object.values(exported).find(isDefinition);
    if (definition === undefined) throw new Error(`${name} exports no service definition`);
    const { id, title, summary, refusalReasons, feeCents, publicFields, registration } = definition.manifest;
    const points = registration?.points ?? [];
    const { permitGuides, nameRule, priorApprovals } = exported;
    const catalogue = catalogueOf(exported);
    const more = { publicFields, permitGuides, nameRule, priorApprovals, quotes: quotesOf(exported.clauses) };
    const said = { title, summary, refusalReasons, points, feeCents, messages: definition.messages };
    guides.push({ id, guide: { ...said, scope: shortScope(exported), codes: catalogue?.codes, ...more } });
    if (catalogue !== undefined) guides.push({ id: `${id}.catalogue`, guide: catalogue.file });
  }
  return guides;
}

interface ListedScope {
  readonly code: string;
  readonly everyday?: readonly string[];
}

/** Where there is a catalogue, words to search by come with it, when somebody searches. */
function shortScope({ scopeItems, classification }: Record<string, unknown>): readonly object[] {
  const items = (scopeItems ?? []) as readonly ListedScope[];
  return classification === undefined ? items : items.map(({ everyday: _words, ...item }) => item);
}

/** All levels of the classification with what becomes of each line: a file of its own, for whoever picks. */
function catalogueOf({ classification, scopeItems, treatments, laterPermits }: Record<string, unknown>) {
  if (!Array.isArray(classification)) return undefined;
  const lines = classification as readonly (readonly [string, string])[];
  const permits = Object.entries((laterPermits ?? {}) as Record<string, { readonly starts: readonly string[] }>);
  const starts = Object.fromEntries(permits.map(([permit, one]) => [permit, one.starts]));
  const file = { lines, scope: scopeItems, treatments: Object.fromEntries(treatments as Map<string, string>), starts };
  return { file, codes: compactCodes(lines.map(([code]) => code).filter((code) => code.length === 4)) };
}

/** `0111239`: the first three digits once, and then the last digits of all that begin so. */
function compactCodes(codes: readonly string[]): string {
  const groups = new Map<string, string>();
  for (const code of codes) groups.set(code.slice(0, 3), (groups.get(code.slice(0, 3)) ?? '') + code.slice(3));
  return [...groups].map(([group, digits]) => group + digits).join(' ');
}

/** What an article says, under the name it is cited by: a trace opens to the law itself. */
function quotesOf(clauses: unknown): object | undefined {
  if (!Array.isArray(clauses)) return undefined;
  const rows = (clauses as readonly Record<string, string | undefined>[]).filter(({ quote }) => quote !== undefined);
  return Object.fromEntries(rows.map(({ law, article, quote }) => [`${law} ${article}`, quote]));
}

/** Name of file and content. */
async function readMatters(folder: string): Promise<[string, object][]> {
  const index = pathToFileURL(join(folder, 'matters/src/index.ts')).href;
  const { matters, organs, findGuide } = (await import(index)) as typeof import('@minglu/matters');
  const files: [string, object][] = [['matters', { matters, organs }]];
  for (const { id } of matters) {
    const guide = await findGuide(id);
    if (guide === undefined) throw new Error(`${id} has no guide`);
    files.push([`matters/${id}`, guide]);
  }
  return files;
}

interface Definition {
  readonly manifest: {
    readonly id: string;
    readonly title: object;
    readonly summary: object;
    readonly refusalReasons: object;
    readonly feeCents: number;
    readonly publicFields: object;
    readonly registration?: { readonly points: readonly object[] };
  };
  readonly messages: object;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'manifest' in value && 'messages' in value;
}
