import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from './ids.ts';
import { bodyRefusal, members, optional } from './shape.ts';
import { displayText } from './texts.ts';
import { bool, integer } from './values.ts';

const shapes = { id, name: displayText(2, 10), count: optional(integer(0, 9)) };

describe('a body', () => {
  it('has all members it must have, and may have the optional ones', () => {
    expect(bodyRefusal({ id: 'market', name: '茶馆' }, shapes)).toBeUndefined();
    expect(bodyRefusal({ name: '茶馆', count: 3, id: 'market' }, shapes)).toBeUndefined();
  });

  it('is refused with the member that is missing', () => {
    const refusal = bodyRefusal({ id: 'market' }, shapes);
    expect(refusal).toEqual({ refused: 'body-invalid', facts: { member: 'name', problem: 'missing' } });
  });

  it('is refused with the member that is wrong, and how, but never its value', () => {
    const refusal = bodyRefusal({ id: 'market', name: '王小明 110101199001011234' }, shapes);
    expect(refusal).toEqual({ refused: 'body-invalid', facts: { member: 'name', problem: 'length' } });
    expect(bodyRefusal({ id: 'market', name: '茶馆', count: 10 }, shapes)?.facts).toEqual({
      member: 'count',
      problem: 'value',
    });
  });

  it('is refused when it has a member nobody asked for, whose name is not repeated', () => {
    const refusal = bodyRefusal({ id: 'market', name: '茶馆', 王小明: 1 }, shapes);
    expect(refusal).toEqual({ refused: 'body-invalid', facts: { problem: 'unexpected' } });
  });

  it('is never more than its members, whatever they are called', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, value) => {
        fc.pre(!(name in shapes));
        const body = Object.fromEntries([...Object.entries({ id: 'market', name: '茶馆' }), [name, value]]);
        expect(bodyRefusal(body as never, shapes)?.refused).toBe('body-invalid');
      }),
    );
  });
});

describe('an object inside a body', () => {
  const inner = members({ kind: id, separately: optional(bool) });

  it('has exactly its members too', () => {
    expect(inner.problemOf({ kind: 'tea' })).toBeUndefined();
    expect(inner.problemOf({ kind: 'tea', separately: true })).toBeUndefined();
    expect(inner.problemOf({ kind: 'tea', more: 1 })).toBe('format');
    expect(inner.problemOf({})).toBe('format');
    expect(inner.problemOf([])).toBe('type');
    expect(inner.problemOf('tea')).toBe('type');
  });
});
