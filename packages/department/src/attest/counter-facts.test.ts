import { expect, test } from 'vitest';
import { agentFacts, counterFacts } from './counter-facts.ts';

const own = { 'identity-level': 1, 'age-at-least-18': true };

test('a person at the counter with the document is as well known as the law asks, and the officer is named', () => {
  expect(counterFacts(own, { officer: 'kid', isPresent: true })).toEqual({
    ...{ 'identity-level': 2, 'age-at-least-18': true },
    ...{ 'at-counter-by': 'kid', 'in-person': true },
  });
  expect(counterFacts({ ...own, 'identity-level': 3 }, { officer: 'kid', isPresent: true })['identity-level']).toBe(3);
});

test('a document that somebody else brought raises nobody’s level', () => {
  expect(counterFacts(own, { officer: 'kid', isPresent: false })).toMatchObject({
    'identity-level': 1,
    'in-person': false,
  });
});

test('what is stated of an agent has names of its own and says nothing about the applicant', () => {
  expect(agentFacts(own, { officer: 'kid', isPresent: true })).toEqual({
    'agent-identity-level': 2,
    'agent-at-counter-by': 'kid',
  });
  expect(agentFacts(own, undefined)).toEqual({ 'agent-identity-level': 1 });
});
