import { expect, test } from 'vitest';
import { AlarmBook } from './alarm-book.ts';

test('an alarm that is raised again keeps the time it was first noticed', () => {
  let nowMs = 5;
  const alarms = new AlarmBook(() => nowMs++);
  alarms.raise({ code: 'log-unreachable', about: 'log' });
  alarms.raise({ code: 'log-unreachable', about: 'log' });
  expect(alarms.list).toEqual([{ code: 'log-unreachable', about: 'log', since: 5 }]);
});

test('what was missed passes when it is there again; what was proved stays until a person has dealt with it', () => {
  const alarms = new AlarmBook(() => 0);
  alarms.raise({ code: 'rollback', about: 'north', evidence: 'a.json' });
  alarms.raise({ code: 'withheld', about: 'north' });
  alarms.raise({ code: 'withheld', about: 'south' });
  alarms.clear('withheld', 'north');
  alarms.clear('rollback', 'north');
  expect([alarms.has('withheld', 'north'), alarms.has('withheld', 'south')]).toEqual([false, true]);
  alarms.clearAll('withheld', 'rollback');
  expect(alarms.list.map(({ code }) => code)).toEqual(['rollback']);
  expect(alarms.hasEvidence).toBe(true);
});
