import { partOf } from '../places.ts';
import type { Rule } from '../source-file.ts';

const ANY = '*';

/** B may import the parts listed for it; whatever is not listed is forbidden (design: one direction). */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  ledger: ['protocol'],
  sandbox: ['ledger', 'protocol'],
  'service-kit': ['protocol'],
  'matter-search': [],
  'services/*': ['service-kit', 'matter-search'],
  audit: ['protocol'],
  identity: [],
  node: ['ledger', 'protocol'],
  cometbft: ['node', 'ledger', 'protocol'],
  api: ['audit', 'node', 'ledger', 'protocol'],
  sdk: ['protocol'],
  portal: ['sdk', 'protocol', 'matter-search', 'services/*'],
  witness: ['protocol'],
  department: ['audit', 'protocol', 'sdk', 'service-kit'],
  cli: [ANY],
  city: [ANY],
  town: [ANY],
  benchmarks: [ANY],
  tools: [ANY],
};

/** What pure and narrow packages may take from outside the house. */
const EXTERNAL: Readonly<Record<string, RegExp>> = {
  protocol: /^@noble\//,
  ledger: /^$/,
  'service-kit': /^$/,
  'matter-search': /^$/,
  'services/*': /^$/,
  witness: /^node:/,
  audit: /^node:/,
};

const PACKAGE = /^@minglu\/([a-z-]+)(\/.*)?$/;

function targetOf(name: string, services: ReadonlySet<string>): string {
  return services.has(name) ? 'services/*' : name;
}

/** Imports go one way only, to a package's index, and pure packages take nothing from outside but what is named. */
export const direction: Rule = (files) => {
  const services = new Set(files.filter((f) => f.path.startsWith('services/')).map((f) => f.path.split('/')[1] ?? ''));
  return files.flatMap((file) => {
    const part = partOf(file.path);
    const allowed = ALLOWED[part];
    if (allowed === undefined)
      return [{ rule: 'direction', path: file.path, detail: `${part} has no row in the table` }];
    return file.imports.flatMap(({ specifier }) => {
      const detail = judge(specifier, part, allowed, services) ?? judgeExternal(specifier, part, file.isTest);
      return detail === undefined ? [] : [{ rule: 'direction', path: file.path, detail }];
    });
  });
};

function judge(
  specifier: string,
  part: string,
  allowed: readonly string[],
  services: ReadonlySet<string>,
): string | undefined {
  const match = PACKAGE.exec(specifier);
  if (match === null) return undefined;
  const target = targetOf(match[1] ?? '', services);
  if (match[2] !== undefined && match[2] !== '/testing') return `${specifier}: only a package's index may be imported`;
  if (target === part || allowed.includes(ANY) || allowed.includes(target)) return undefined;
  return `${part} may not import ${target}`;
}

function judgeExternal(specifier: string, part: string, isTest: boolean): string | undefined {
  const pattern = EXTERNAL[part];
  if (pattern === undefined || isTest || specifier.startsWith('.') || PACKAGE.test(specifier)) return undefined;
  return pattern.test(specifier) ? undefined : `${part} may not import ${specifier}`;
}
