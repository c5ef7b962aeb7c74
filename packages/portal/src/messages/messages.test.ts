import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import zh from './zh-CN.json' with { type: 'json' };

const source = fileURLToPath(new URL('..', import.meta.url));

function flatten(tree: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value as object, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const chinese = flatten(zh);
const english = flatten(en);
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

/** Keys as they stand literally in the sources; computed ones are the business of the test beside their list. */
function usedKeys(): Set<string> {
  const used = new Set<string>();
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.includes('.test.')) continue;
    const text = readFileSync(join(source, name), 'utf8');
    for (const [, key] of text.matchAll(/\b(?:t|words)\(\s*'([a-z]\w*(?:\.[\w-]+)+)'/gi)) used.add(key as string);
  }
  return used;
}

test('both languages say the same things with the same facts in them', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [key, text] of chinese) expect([key, holes(english.get(key) as string)]).toEqual([key, holes(text)]);
});

test('every key that a page names has words', () => {
  const used = usedKeys();
  expect(used.size).toBeGreaterThan(150);
  const missing = [...used].filter((key) => !chinese.has(key) && !chinese.has(`${key}_other`));
  expect(missing).toEqual([]);
});

/** What stands between names and around an aside. */
const signs = ['rights.between', 'looks.nameGap', 'looks.itemGap', 'looks.pair', 'looks.aside'];

test('every page takes its words from here: nothing else knows the language', () => {
  const other = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && /from '(react-)?i18next'/.test(readFileSync(join(source, name), 'utf8')),
  );
  expect(other).toEqual([]);
});

test('no sentence is empty, and the Chinese ones are Chinese', () => {
  for (const [key, text] of chinese) {
    expect([key, text.trim()]).not.toEqual([key, '']);
    const mayBeLatin = [...signs, 'offlinePage.language', 'officer.queueLead', 'attachments.zoom'].includes(key);
    expect([key, mayBeLatin || /\p{Script=Han}/u.test(text)]).toEqual([key, true]);
  }
});
