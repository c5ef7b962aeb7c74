import { globSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FIELD_COMPONENTS, TYPING_PLACES } from './typing-places.ts';

const PORTAL = join(resolve(import.meta.dirname, '..', '..', '..'), 'packages', 'portal', 'src');
/** Nothing can be typed there. */
const PICKED = /type="(?:checkbox|radio|file|date|month|range|hidden)"/;

/** How many fields of text the component has; a field component’s own stands at whoever uses it. */
function fieldsIn(file: string, source: string): number {
  if (Object.values(FIELD_COMPONENTS).includes(file)) return 0;
  const raw = [...source.matchAll(/<(?:input|textarea)\b[\s\S]*?\/>/g)].filter(([tag]) => !PICKED.test(tag));
  const used = [...source.matchAll(/<([A-Z]\w+)[\s/>]/g)].filter(
    ([, name = '']) => Object.hasOwn(FIELD_COMPONENTS, name) && importsIt(file, source, name),
  );
  return raw.length + used.length;
}

/** Another component may have the same name. */
function importsIt(file: string, source: string, name: string): boolean {
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(source)?.[1] ?? '';
  return posix.join(posix.dirname(file), imported) === FIELD_COMPONENTS[name];
}

test('every component in which something can be typed says where a canary is typed into each of its fields', () => {
  const found: Record<string, number> = {};
  for (const file of globSync('**/*.tsx', { cwd: PORTAL })) {
    const count = fieldsIn(file, readFileSync(join(PORTAL, file), 'utf8'));
    if (count > 0) found[file] = count;
  }
  const listed = Object.fromEntries(Object.entries(TYPING_PLACES).map(([file, places]) => [file, places.length]));
  expect(listed).toEqual(found);
});

test('a field that only a story reaches has its canary typed there', () => {
  const places = Object.values(TYPING_PLACES).flat();
  const stories = places.flatMap((place) => ('story' in place ? [place] : []));
  expect(stories.length).toBeGreaterThan(0);
  for (const { id, story } of stories) {
    const source = readFileSync(join(import.meta.dirname, story), 'utf8');
    const types = [...source.matchAll(/typeCanaryAt\([^;]*?\)/g)].map(([call]) => call);
    expect([id, types.some((call) => call.includes(id))]).toEqual([id, true]);
  }
});

test('a component that forgot its place is found, and one of the same name that takes no text is not', () => {
  const used = `import { TextField } from '../forms/TextField.tsx';\n<TextField\n id="a" /><TextField id="b" />`;
  expect(fieldsIn('x/New.tsx', `${used}<input type="checkbox" /><input {...control} value={q} />`)).toBe(3);
  const other = `import { SealedWords } from './SealedWords.tsx';\n<SealedWords label="a" />`;
  expect(fieldsIn('officer/X.tsx', other)).toBe(1);
  expect(fieldsIn('auditor/X.tsx', other)).toBe(0);
});
