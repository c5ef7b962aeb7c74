import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGE = read('docs/guides/when-something-alarms.md');

/** The texts in a union, by the name of its type, comments left out. */
function union(path: string, name: string): string[] {
  const text = read(path).replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  const [, body = ''] = new RegExp(`type ${name} =([^;]*);`).exec(text) ?? [];
  return [...body.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code);
}

function texts(path: string, pattern: RegExp): string[] {
  return [...read(path).matchAll(pattern)].map(([, code = '']) => code);
}

const checks = readdirSync(join(ROOT, 'packages/node/src/check')).filter((name) => !name.includes('.test.'));

/** What can wake an operator, from where it is defined. Refusals of what a person sent are in docs/errors.md. */
const SOURCES: readonly (readonly [where: string, codes: readonly string[], atLeast: number])[] = [
  ['node: alarms', texts('packages/node/src/running-node.ts', /alarms\.push\('([a-z-]+)'\)/g), 3],
  ['node: members', texts('packages/node/src/members/quorum-gate.ts', /\['([a-z-]+)'\]/g), 2],
  ['node: halted', union('packages/node/src/node-error.ts', 'HaltErrorCode'), 10],
  ['node: not opened', union('packages/node/src/node-error.ts', 'OpenErrorCode'), 8],
  ['stores', union('packages/node/src/store/store-error.ts', 'StoreErrorCode'), 10],
  ['witness states', texts('packages/node/src/witness/witness-pusher.ts', /(?:readonly state: |\| )'([a-z-]+)'/g), 5],
  ['monitor', union('packages/witness/src/evidence.ts', 'EvidenceKind'), 6],
  ['monitor: passing', texts('packages/witness/src/monitor.ts', /\| '([a-z-]+)'/g), 4],
  ['witness', union('packages/witness/src/witness-error.ts', 'WitnessErrorCode'), 10],
  ['city', union('city/src/city-error.ts', 'CityErrorCode'), 10],
  ['command line', union('packages/cli/src/cli-error.ts', 'CliErrorCode'), 8],
  ['production', union('packages/cli/src/production/production-fault.ts', 'ProductionFaultCode'), 13],
  ['sandbox', union('packages/sandbox/src/sandbox-error.ts', 'CallFailure'), 12],
  ['sandbox: not loaded', union('packages/sandbox/src/sandbox-error.ts', 'SandboxErrorCode'), 5],
  ['fsck', checks.flatMap((name) => texts(`packages/node/src/check/${name}`, /code: '([a-z-]+)'/g)), 10],
  ['fsck: two codes in one line', texts('packages/node/src/check/bundle-pass.ts', /\? '([a-z-]+)' : /g), 1],
  ['fsck: vault', texts('packages/api/src/vault/check-vault.ts', /code: '([a-z-]+)'/g), 4],
  ['API log', texts('packages/api/src/followers/read-model.ts', /event: '([a-z-]+)'/g), 2],
  ['API log: defects', texts('packages/api/src/http/error-handler.ts', /event: '([a-z-]+)'/g), 1],
  ['API log: vault', texts('packages/api/src/vault/sweep-now-and-then.ts', /event: '([a-z-]+)'/g), 1],
  ['API log: contracts', texts('city/src/platform/open-city-platform.ts', /msg: '([a-z-]+)'/g), 1],
  ['API log: trail', texts('packages/api/src/audit/anchorer.ts', /event: '([a-z-]+)'/g), 1],
  ['API log: trail, opened', texts('packages/api/src/audit/audit-door.ts', /event: '([a-z-]+)'/g), 1],
  ['API log: trail, caught up', texts('packages/api/src/audit/catch-up.ts', /event: '([a-z-]+)'/g), 1],
  ['trail', union('packages/audit/src/audit-error.ts', 'AuditErrorCode'), 3],
  ['collector', union('packages/audit/src/collect/send-batch.ts', 'CollectorTrouble'), 4],
  ['collector: log', texts('packages/audit/src/collect/line-shipper.ts', /event: '([a-z-]+)'/g), 3],
  ['production: warnings', texts('packages/cli/src/production/production-fault.ts', /code: '([a-z-]+)'/g), 1],
  ['audit check', union('packages/audit/src/check/stream-finding.ts', 'StreamFindingCode'), 11],
  [
    'departments',
    union('packages/department/src/department-error.ts', 'DepartmentErrorCode').filter((code) =>
      /^(audit|anchor|log|store|seal|papers|register|not-for-us|overloaded)/.test(code),
    ),
    8,
  ],
];

it.each(SOURCES)('%s: each code has its line in the guide for 3 a.m.', (_where, codes, atLeast) => {
  expect(codes.length).toBeGreaterThanOrEqual(atLeast);
  expect(codes.filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
});

it('each line of it says what to do in both languages', () => {
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) expect(row.split(' | ')).toHaveLength(3);
});
