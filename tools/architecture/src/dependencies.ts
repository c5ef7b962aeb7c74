interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const MAX_PRODUCTION = 35;
const ROW = /^\| ([@a-z][^ |]*) \| /gm;

/** What the manifest names and the table does not, the other way round, versions that are not exact, and too many. */
export function dependencyFaults(manifest: Manifest, table: string): string[] {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = manifest;
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const named = new Set([...table.matchAll(ROW)].map((match) => match[1] ?? '').filter((name) => name !== 'package'));
  const production = Object.keys(dependencies).length;
  return [
    ...Object.keys(all).flatMap((name) => (named.has(name) ? [] : [`${name} has no reason in the table`])),
    ...[...named].flatMap((name) => (name in all ? [] : [`${name} stands in the table only`])),
    ...Object.entries(all).flatMap(([name, version]) =>
      /^\d+\.\d+\.\d+/.test(version) ? [] : [`${name} ${version} is not an exact version`],
    ),
    ...(production > MAX_PRODUCTION ? [`${production} production dependencies, at most ${MAX_PRODUCTION}`] : []),
  ];
}
