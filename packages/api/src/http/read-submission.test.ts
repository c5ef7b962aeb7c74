import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDuplicateKey } from './find-duplicate-key.ts';
import { readSubmission } from './read-submission.ts';
import { parseStrictBody } from './strict-body.ts';

test('the quick reading never differs from the general one', () => {
  const jws = fc.stringMatching(/^[\w.-]{0,40}$/);
  const member = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('a","sidecar":"b', '\\', '"', '\u2014', '{}'),
  );
  fc.assert(
    fc.property(
      jws,
      fc.option(member, { nil: undefined }),
      fc.constantFrom('', ' ', ',"x":1', ',"sidecar":"again"'),
      (transaction, sidecar, tail) => {
        const text = `${JSON.stringify({ transaction, sidecar }).slice(0, -1)}${tail}}`;
        const quick = readSubmission(text);
        if (quick === undefined) return;
        expect(findDuplicateKey(text)).toBeUndefined();
        expect(quick).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 500, seed: 7 },
  );
});

test('it leaves every other form to the general parser', () => {
  for (const text of [
    '{}',
    '{"transaction":1}',
    '{"transaction":"a"',
    '{ "transaction":"a"}',
    '{"transaction":"a\\u0062"}',
    '{"transaction":"a","sidecar":5}',
    '{"transaction":"a","sidecar":"b","sidecar":"c"}',
    '{"transaction":"a\n"}',
  ])
    expect(readSubmission(text)).toBeUndefined();
});

test('both give the same for an ordinary submission', () => {
  const text = JSON.stringify({ transaction: 'a.b.c', sidecar: '{"salt":"盐"}' });
  expect(parseStrictBody(Buffer.from(text))).toEqual({ transaction: 'a.b.c', sidecar: '{"salt":"盐"}' });
});
