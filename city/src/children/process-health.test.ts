import { expect, it } from 'vitest';
import { ProcessHealth, parseHealthLine } from './process-health.ts';

let nowMs = 0;
const made = () => {
  nowMs = 1_000;
  return new ProcessHealth({ name: 'departments-x', kind: 'department', organs: ['x'] }, () => nowMs);
};

it('a process that dies again and again is one outage since the first death, and every death counts', () => {
  const health = made();
  nowMs = 2_000;
  health.change('running');
  for (const at of [5_000, 6_000]) {
    nowMs = at;
    health.change('restarting', 'SIGKILL');
    nowMs = at + 500;
    health.change('starting');
  }
  expect(health.view()).toMatchObject({ state: 'restarting', since: 5_000, restarts: 2, lastEnd: 'SIGKILL' });
  nowMs = 9_000;
  health.change('running');
  expect(health.view()).toMatchObject({ state: 'running', since: 9_000, restarts: 2, lastEnd: 'SIGKILL' });
});

it('work that fails is trouble since it began, and none once it goes on or the process is another', () => {
  const health = made();
  health.change('running');
  health.tell({ organ: 'x', part: 'follow', code: 'log-unreachable' });
  nowMs = 3_000;
  health.tell({ organ: 'x', part: 'post', code: 'internal' });
  expect(health.view().troubles).toEqual([
    { organ: 'x', part: 'follow', code: 'log-unreachable', since: 1_000 },
    { organ: 'x', part: 'post', code: 'internal', since: 3_000 },
  ]);
  health.tell({ organ: 'x', part: 'follow', code: '' });
  expect(health.view().troubles).toHaveLength(1);
  health.change('restarting', '1');
  expect(health.view().troubles).toEqual([]);
});

it('a message that is none says nothing', () => {
  expect(parseHealthLine({ organ: 'x', part: 'follow', code: 'c' })).toEqual({ organ: 'x', part: 'follow', code: 'c' });
  for (const other of [undefined, null, 'x', {}, { organ: 'x', part: 'all', code: 'c' }, { part: 'post', code: 'c' }])
    expect(parseHealthLine(other)).toBeUndefined();
});
