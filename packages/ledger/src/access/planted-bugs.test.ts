import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { decide } from './decide.ts';
import { differences, matrix } from './testing/matrix.ts';

type Bug = readonly [name: string, file: string, right: string, wrong: string];

const BUGS: readonly Bug[] = [
  [
    'denying rules are not asked',
    'decide-access',
    'if (denied !== undefined) return deniedBy(denied, question);\n  const granted',
    'const granted',
  ],
  [
    'rules about everybody deny no officer',
    'decide-access',
    "findRule(ruleBook(records, '').denying(deed, resource.org), circumstances) ??",
    '',
  ],
  [
    'rules about everybody deny no citizen',
    'decide-access',
    "findRule(ruleBook(records, '').denying(deed, resource.org), {",
    'findRule([], {',
  ],
  [
    'a grant wins over a denial',
    'decide-access',
    '  const own = ruleBook(records, key.org);',
    '  const own = ruleBook(records, key.org);\n  if (findGrant(grants, question, { key, holds, records })) return { allow: true, because: {} };',
  ],
  [
    'a revoked key still acts',
    'decide-access',
    "if (key.status !== 'active') return",
    "if (key.status === ('lost' as string)) return",
  ],
  [
    'a role counts in every organisation',
    'decide-access',
    'if (org !== key.org || !holds(grant.role)) continue;',
    'if (!holds(grant.role)) continue;',
  ],
  ['a role does not end', 'decide-access', 'record.until > atMs', 'record.until > 0'],
  ['any role will do', 'decide-access', '!holds(grant.role)', 'false'],
  ['an allowing rule gives what no rule may give', 'decide-access', 'canBeAllowed(deed) ?', 'true ?'],
  ['a mandate does not end', 'decide-access', 'mandate.until <= actor.atMs ||', ''],
  ['a mandate is for every deed', 'decide-access', '|| !mandate.deeds.includes(deed)', ''],
  [
    'a mandate is for every service',
    'decide-access',
    'mandate.services !== undefined &&',
    'mandate.services === null &&',
  ],
  ['an emergency does not end', 'decide-access', 'atMs < record.until', 'atMs > 0'],
  ['anybody is the holder', 'decide-access', 'resource.holder === actor.kid', 'resource.holder !== undefined'],
  [
    'a rule begins before its instant',
    'rule-holds',
    'from === undefined || atMs >= from',
    'atMs > 0 || from === undefined',
  ],
  ['a rule does not end', 'rule-holds', 'until === undefined || atMs < until', 'atMs > 0 || until === undefined'],
  [
    'a list holds for what is not said',
    'rule-holds',
    'value !== undefined && list.includes(value)',
    'value === undefined || list.includes(value)',
  ],
  [
    'a division holds what only begins alike',
    'rule-holds',
    'region.startsWith(division)',
    'region.startsWith(division.slice(0, 3))',
  ],
  ['a range has no upper end', 'rule-holds', '&& value <= range.most', ''],
  [
    'hours are counted in London',
    'rule-holds',
    '(atMs + CHINA_OFFSET_MS) % DAY_MS',
    '(atMs + CHINA_OFFSET_MS * 0) % DAY_MS',
  ],
  [
    'below is beside',
    'rule-holds',
    'rule.below === undefined || isBelow(records, resource.org, rule.below)',
    'rule.below !== null || isBelow(records, resource.org, rule.below)',
  ],
  ['only the organisation itself is below', 'rule-holds', "at = records.find('org', at)?.parent;", 'at = undefined;'],
  ['a rule’s role is not asked for', 'rule-holds', 'rule.roles.some(holds)', 'rule.roles.length > 0'],
  ['families name nothing', 'rule-book', 'const family = familyOf(deed);', 'const family = deed;'],
  ['a rule is about every organ', 'rule-book', 'organs === undefined ||', 'organs !== null ||'],
  ['pages of two organs are one', 'rule-book', `\`\${deed} \${organ ?? ''}\``, "deed + ''"],
];

const source = fileURLToPath(new URL('..', import.meta.url));
// Beside the packages, where what it imports is found.
const root = fileURLToPath(new URL('../../../../.cache/', import.meta.url));
let folder = '';
const cells = matrix();

beforeAll(() => {
  mkdirSync(root, { recursive: true });
  folder = mkdtempSync(join(root, 'planted-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a bug planted where access is decided', () => {
  it.each(BUGS)('is caught by the matrix: %s', async (name, file, right, wrong) => {
    const copy = join(folder, name.replace(/\W+/g, '-'));
    cpSync(source, copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
    const path = join(copy, 'access', `${file}.ts`);
    const text = readFileSync(path, 'utf8');
    expect(text.split(right).length, 'the place is there once').toBe(2);
    writeFileSync(
      path,
      text.replace(right, () => wrong),
    );
    const broken = (await import(join(copy, 'access', 'decide.ts'))) as { readonly decide: typeof decide };
    expect(differences(broken.decide, cells).length).toBeGreaterThan(0);
  });
});
