import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BundleError } from '../bundle-error.ts';
import { filesUnder } from './files-under.ts';
import type { PackageManifest } from './manifest.ts';
import type { ProductionPackage } from './production-packages.ts';

const LICENCE_FILE = /(^|\/)(licen[cs]e|notice|copying|copyright)([-.][^/]*)?$/i;
const NOT_WORDS = /\.([cm]?[jt]sx?|json|html?)$/i;
/** What may be given on with the product under its own licence. */
const PERMITTED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'OFL-1.1',
  // MIT without even the duty to name the authors.
  'MIT-0',
]);
/**
 * Packages whose manifest names no licence while their own licence file is the text of one, read here by a person. Without
 * that file they are refused like any other.
 */
const ONLY_IN_ITS_FILE: Readonly<Record<string, { readonly licence: string; readonly opens: RegExp }>> = {
  // Its repository's LICENSE since 2017; the manifest of 2.0.0 has no such member.
  'png-js': { licence: 'MIT', opens: /^MIT License\n\nCopyright \(c\) \d{4} Devon Govett\n/ },
};
const AUTHORS = /^(node_modules|tests?|examples?|docs?|\.[^/]+)$/;
/** Code that a package gives on without a word of its licence. */
const EMBEDDED: Readonly<Record<string, string>> = {
  '@fastify/swagger-ui':
    'Contains swagger-ui, Copyright SmartBear Software Inc., under the Apache License 2.0 (its text: LICENSE of this archive).',
};
const RULE = '='.repeat(100);

/** All licences of what is inside, in the words of their files; what was built in (the portal's libraries) included. */
export function licenceText(root: string, packages: readonly ProductionPackage[]): string {
  const refused = packages.filter((one) => !isPermitted(licenceOf(root, one)));
  if (refused.length > 0) {
    const names = refused.map((one) => `${one.manifest.name}: ${licenceOf(root, one) ?? 'none'}`);
    throw new BundleError('bundle-refused', { reason: 'licence', packages: names });
  }
  const sections = packages
    .map((one) => ({ name: `${one.manifest.name} ${one.manifest.version}`, words: section(root, one) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const list = sections.map(({ name, words }) => `  ${name}  ${words.licence}`);
  const head = ['明录所含第三方软件及其许可 Third-party software in Minglu, and its licences', '', ...list];
  return `${[...head, ...sections.flatMap(({ name, words }) => ['', RULE, name, RULE, '', words.text])].join('\n')}\n`;
}

/** `(MIT OR Apache-2.0)` offers a choice; one permitted branch is enough. `AND` needs every one. */
export function isPermitted(expression: string | undefined): boolean {
  const branches = (expression ?? '').replace(/[()]/g, '').split(' OR ');
  return branches.some((branch) => branch.split(' AND ').every((one) => PERMITTED.has(one.trim())));
}

/** As declared; else as its own licence file says, where somebody has read that. */
function licenceOf(root: string, one: ProductionPackage): string | undefined {
  const { name, license } = one.manifest;
  const known = license === undefined ? ONLY_IN_ITS_FILE[name] : undefined;
  return known !== undefined && licenceFiles(root, one).some(({ words }) => known.opens.test(words))
    ? known.licence
    : license;
}

function licenceFiles(root: string, { folder }: ProductionPackage): { path: string; words: string }[] {
  const within = join(root, folder);
  return filesUnder(within, (path) => !AUTHORS.test(path))
    .filter((path) => LICENCE_FILE.test(path) && !NOT_WORDS.test(path))
    .toSorted()
    .map((path) => ({ path, words: readFileSync(join(within, path), 'utf8').replace(/\r\n/g, '\n').trim() }));
}

function section(root: string, one: ProductionPackage): { licence: string; text: string } {
  const files = licenceFiles(root, one);
  const texts = files.map(({ path, words }) => (files.length === 1 ? words : `--- ${path}\n\n${words}`));
  const own = texts.length > 0 ? texts : [declared(one.manifest)];
  const embedded = EMBEDDED[one.manifest.name];
  return {
    licence: licenceOf(root, one) ?? '',
    text: [...own, ...(embedded === undefined ? [] : [embedded])].join('\n\n'),
  };
}

/** Some packages bring the name of their licence only. */
function declared({ license = '', author, repository }: PackageManifest): string {
  const place = typeof repository === 'string' ? repository : (repository as { url?: string } | undefined)?.url;
  const who = typeof author === 'string' ? author : (author as { name?: string } | undefined)?.name;
  const from = [who, place].filter((one) => one !== undefined).join(', ');
  return `The package brings no licence text. It declares: ${license}. ${from}`.trimEnd();
}
