import { expect, it } from 'vitest';
import { classification } from './classification.ts';
import { scopeItems } from './scope-items.ts';

const names = new Map(classification);

it('has every 门类 and 大类 of the standard, once', () => {
  expect(classification.filter(([code]) => /^[A-T]$/.test(code))).toHaveLength(20);
  const divisions = classification.map(([code]) => code).filter((code) => /^\d{2}$/.test(code));
  expect(divisions).toEqual(Array.from({ length: 97 }, (_, at) => String(at + 1).padStart(2, '0')));
  expect(names.size).toBe(classification.length);
});

it('has over every line the line it belongs to, before it', () => {
  const seen = new Set<string>();
  for (const [code, name] of classification) {
    expect(name, code).toMatch(/^[一-鿿、]+$/);
    if (code.length > 2) expect(seen.has(code.slice(0, -1)), code).toBe(true);
    seen.add(code);
  }
});

it('names every activity of the catalogue as the standard does', () => {
  for (const { code, name } of scopeItems) expect([code, names.get(code)]).toEqual([code, name]);
});
