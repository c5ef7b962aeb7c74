import { expect, it } from 'vitest';
import { scopeItems } from '../scope-items.ts';
import { classification } from './classification.ts';

const names = new Map(classification);
const digits = (length: number) => classification.filter(([code]) => /^\d+$/.test(code) && code.length === length);

it('has 20 门类, 97 大类, 473 中类 and 1,381 小类, each once', () => {
  expect(classification.filter(([code]) => /^[A-T]$/.test(code))).toHaveLength(20);
  expect([2, 3, 4].map((length) => digits(length).length)).toEqual([97, 473, 1381]);
  expect(names.size).toBe(classification.length);
  expect(digits(2).map(([code]) => code)).toEqual(
    Array.from({ length: 97 }, (_, at) => String(at + 1).padStart(2, '0')),
  );
});

it('has over every line the line it belongs to, before it, and goes up', () => {
  const seen = new Set<string>();
  let [section, before] = ['', ''];
  for (const [code, name] of classification) {
    expect(name, code).toMatch(/^[一-鿿、（）3D]+$/);
    if (code.length === 1) expect(code > section, code).toBe(true);
    else if (code.length === 2) expect(section, code).not.toBe('');
    else expect(seen.has(code.slice(0, -1)), code).toBe(true);
    if (code.length === 1) section = code;
    else expect(code > before.slice(0, code.length) || code.startsWith(before), code).toBe(true);
    if (code.length > 1) before = code;
    seen.add(code);
  }
});

it('divides every 大类 and 中类: one that is not divided has one line of its own name that ends in 0', () => {
  for (const [group, name] of digits(3)) {
    const classes = digits(4).filter(([code]) => code.startsWith(group));
    expect(classes.length, group).toBeGreaterThan(0);
    if (classes.some(([code]) => code.endsWith('0'))) expect(classes).toEqual([[`${group}0`, name]]);
  }
  for (const [division] of digits(2))
    expect(
      digits(3).some(([code]) => code.startsWith(division)),
      division,
    ).toBe(true);
});

it('writes the last digit 9 for what is other, and for nothing else', () => {
  for (const [code, name] of digits(4).filter(([code]) => code.endsWith('9')))
    expect(name, code).toMatch(
      /其他|^(耐火陶瓷|搪瓷日用品|粘土及|软木制品|包装装潢|饼干及|茶饮料|草及|应用电视|灯用电器|塑料零件|互联网其他|航标器材)/,
    );
});

it('names every activity of the catalogue as the standard does', () => {
  for (const { code, name } of scopeItems) expect([code, names.get(code)]).toEqual([code, name]);
});
