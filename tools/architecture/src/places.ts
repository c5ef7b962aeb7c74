/** Which part of the house a path belongs to: `packages/node/src/x.ts` is `node`, `services/a/src/x.ts` is `services/*`. */
export function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'packages') return second;
  if (top === 'services') return 'services/*';
  if (top === 'tools') return 'tools';
  return top;
}

/** The package root a path lies in, as `packages/node`. */
export function rootOf(path: string): string {
  const parts = path.split('/');
  const depth = parts[0] === 'packages' || parts[0] === 'services' || parts[0] === 'tools' ? 2 : 1;
  return parts.slice(0, depth).join('/');
}

/** Packages that compile with the ES library alone and must give the same answer on every machine. */
export const PURE_PARTS: readonly string[] = ['protocol', 'ledger', 'service-kit', 'matter-search', 'services/*'];
