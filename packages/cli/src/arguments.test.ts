import { expect, test } from 'vitest';
import { numberOption, readArguments, UsageError } from './arguments.ts';

test('words, flags and options are told apart in any order', () => {
  const args = readArguments(['a', '--json', '--port', '7', 'b', '--trust=x=y'], {
    flags: ['json'],
    options: ['port', 'trust'],
  });
  expect(args.words).toEqual(['a', 'b']);
  expect([args.has('json'), args.find('trust'), numberOption(args, 'port', 1)]).toEqual([true, 'x=y', 7]);
});

test('an option nobody listed is an error, not a silent default', () => {
  expect(() => readArguments(['--jsn'], { flags: ['json'] })).toThrow(UsageError);
  expect(() => readArguments(['--json=1'], { flags: ['json'] })).toThrow(UsageError);
  expect(() => readArguments(['--port'], { options: ['port'] })).toThrow(UsageError);
  const args = readArguments(['--port', 'x'], { options: ['port'] });
  expect(() => numberOption(args, 'port', 1)).toThrow(UsageError);
});
