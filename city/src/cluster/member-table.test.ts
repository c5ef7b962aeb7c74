import { expect, it } from 'vitest';
import type { MemberView } from './cluster-request.ts';
import { memberTable } from './member-table.ts';

const view = (state: string, height = 1): MemberView => ({
  name: '甲',
  peer: '127.0.0.1:1',
  state,
  height,
  root: 'abc',
});

it('a cluster says who is up, and that two of four decide nothing', () => {
  const three = memberTable([view('running'), view('running'), view('running'), view('restarting')]);
  expect(three.lines).toHaveLength(5);
  expect(three.lines[0]).toContain('3/4');
  expect(three.lines[4]).toContain('down');
  const two = memberTable([view('running'), view('running'), view('restarting'), view('engine-failed')]);
  expect(two.lines[0]).toContain('too few');
});

it('nothing is new while blocks come and nobody goes', () => {
  expect(memberTable([view('running', 1)]).summary).toBe(memberTable([view('running', 9)]).summary);
});
