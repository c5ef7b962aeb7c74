import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newestServices } from './city-services.ts';
import type { ServiceBundle } from './service-bundle.ts';

/**
 * What the portal's pages read of services that came after it was built, by address: each service's own words and form, its
 * guide, and the list of matters with them in it, so that they are found by 我要办什么.
 */
export async function portalFilesOf(
  bundles: readonly ServiceBundle[],
  portalDirectory: string,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const newest = newestServices(bundles);
  if (newest.length === 0) return files;
  const built = JSON.parse(await readFile(join(portalDirectory, 'guides', 'matters.json'), 'utf8')) as MatterList;
  const known = new Set(newest.map(({ manifest }) => manifest.id));
  const matters = [...built.matters.filter(({ id }) => !known.has(id)), ...newest.map(matterOf)];
  const organs = Object.fromEntries(newest.map(({ manifest, guide }) => [organOf(manifest.id), guide.organ]));
  files.set('/guides/matters.json', JSON.stringify({ matters, organs: { ...built.organs, ...organs } }));
  for (const bundle of newest) {
    const { id } = bundle.manifest;
    files.set(`/guides/${id}.json`, JSON.stringify(serviceWords(bundle)));
    files.set(`/guides/matters/${id}.json`, JSON.stringify(guideOf(bundle)));
  }
  return files;
}

interface MatterList {
  readonly matters: readonly { readonly id: string }[];
  readonly organs: object;
}

/** A statute by its name alone. */
const UNCHECKED = '条次待核对';

/** No organ of the built list has a colon in its name. */
function organOf(id: string): string {
  return `service:${id}`;
}

function matterOf({ manifest, guide }: ServiceBundle) {
  const { theme, kind, audience, aliases, hints, english } = guide;
  const { id, title: name, summary } = manifest;
  return { id, name, summary, theme, kind, audience, organ: organOf(id), aliases, hints, english, canApply: true };
}

function guideOf({ manifest, guide }: ServiceBundle) {
  const { conditions, materials, promised, fee, sample, office, phone, faults } = guide;
  const { workingDays, article } = manifest.statutory;
  const words = { 'zh-CN': `${workingDays} 个工作日`, en: `${workingDays} working days` };
  const statutory = [{ words, ...article }];
  const basis = guide.basis.map((one) => ({ ...one, isVerified: one.article !== UNCHECKED }));
  const shown = { conditions, materials, promised, fee, sample, office, phone, faults };
  return { id: manifest.id, ...shown, statutory, basis, follows: guide.follows ?? [], isDemonstration: true };
}

function serviceWords({ manifest, messages, form }: ServiceBundle) {
  const { title, summary, refusalReasons, registration, permit, feeCents, licence, publicFields } = manifest;
  const points = (registration ?? permit)?.points ?? [];
  const said = { title, summary, refusalReasons, points, feeCents, messages, scope: [] };
  return { ...said, form, publicFields, licence: licence.words };
}
