import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskViews, lamps, PAGE_SIZE, readQuestion, writeQuestion } from './desk-question.ts';

test('what stands in the address is what the desk shows, there and back', () => {
  const question = fc.record(
    {
      view: fc.constantFrom(...deskViews),
      organ: fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/),
      lamp: fc.constantFrom(...lamps),
      region: fc.stringMatching(/^[0-9]{6}$/),
      text: fc.stringMatching(/^[a-z面馆]{1,20}$/),
      offset: fc.nat(40).map((page) => page * PAGE_SIZE),
    },
    { requiredKeys: ['view', 'offset'] },
  );
  fc.assert(
    fc.property(question, (asked) => {
      expect(readQuestion(writeQuestion(asked))).toEqual(asked);
    }),
  );
});

test('an address made up by hand is no error: what cannot be meant is left out', () => {
  const params = new URLSearchParams('view=all&lamp=blue&region=11&text=%20&offset=-3');
  expect(readQuestion(params)).toEqual({ view: 'open', offset: 0 });
  expect(readQuestion(new URLSearchParams('offset=61')).offset).toBe(PAGE_SIZE);
});
