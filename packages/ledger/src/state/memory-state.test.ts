import { describe, expect, it } from 'vitest';
import type { DueRow } from './due-row.ts';
import { MemoryState } from './memory-state.ts';
import type { StateChanges } from './state-changes.ts';

const nothing: StateChanges = { values: new Map(), due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } };
const row = (instantMs: number, subject: string): DueRow => ({ instantMs, kind: 'role-expires', subject });

describe('state in memory', () => {
  it('holds values until they are deleted', () => {
    const state = new MemoryState();
    state.commit({
      ...nothing,
      values: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    });
    state.commit({ ...nothing, values: new Map([['a', null]]) });
    expect(state.get('a')).toBeUndefined();
    expect([...state.entries()]).toEqual([['b', '2']]);
  });

  it('gives due rows in their order, up to an instant and a limit', () => {
    const state = new MemoryState();
    state.commit({ ...nothing, due: { add: [row(3, 'c'), row(1, 'b'), row(1, 'a'), row(9, 'z')], remove: [] } });
    expect(state.due(3, 10).map(({ subject }) => subject)).toEqual(['a', 'b', 'c']);
    expect(state.due(3, 2).map(({ subject }) => subject)).toEqual(['a', 'b']);
    expect(state.due(0, 10)).toEqual([]);
    state.commit({ ...nothing, due: { add: [], remove: [row(1, 'a')] } });
    expect(state.due(1, 10).map(({ subject }) => subject)).toEqual(['b']);
  });

  it('moves a row removed and added in one change', () => {
    const state = new MemoryState();
    state.commit({ ...nothing, due: { add: [row(1, 'a')], remove: [] } });
    state.commit({ ...nothing, due: { add: [row(5, 'a')], remove: [row(1, 'a')] } });
    expect(state.due(10, 10)).toEqual([row(5, 'a')]);
  });

  it('remembers ids with their notAfter, until the bucket is dropped', () => {
    const state = new MemoryState();
    state.commit({ ...nothing, replay: { add: [{ id: 'x', notAfter: 70_000 }], dropBuckets: [] } });
    expect(state.replayed('x', 70_000)).toBe(true);
    expect(state.replayed('x', 70_001)).toBe(false);
    state.commit({ ...nothing, replay: { add: [], dropBuckets: [1] } });
    expect(state.replayed('x', 70_000)).toBe(false);
  });
});
