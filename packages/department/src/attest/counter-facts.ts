import type { AttestedFact } from '@minglu/protocol';

/** How somebody came to be attested at a counter, where they did not sign in by themselves. */
export interface AtCounter {
  /** Thumbprint of the officer's key. */
  readonly officer: string;
  /** The person stood there with the document (市场主体登记管理条例实施细则 16, second paragraph). */
  readonly isPresent: boolean;
}

type Facts = Readonly<Record<string, AttestedFact>>;

/**
 * What is stated of somebody whose document an officer read. It names the officer, in the attestation itself: who
 * invents applicants does so under their own key, where the organ and an auditor find it.
 */
export function counterFacts(facts: Facts, { officer, isPresent }: AtCounter): Facts {
  const level = facts['identity-level'];
  // The document and the face, looked at by an officer, are what level 2 says; a document handed in is not.
  return {
    ...facts,
    ...(typeof level === 'number' && isPresent ? { 'identity-level': Math.max(level, 2) } : {}),
    'at-counter-by': officer,
    'in-person': isPresent,
  };
}

/** What is stated of an agent (实施细则 16 (五)): names of its own, so that nobody takes it for the applicant's. */
export function agentFacts(facts: Facts, counter: AtCounter | undefined): Facts {
  const stated = counter === undefined ? facts : counterFacts(facts, counter);
  return {
    'agent-identity-level': stated['identity-level'] ?? 0,
    ...(counter === undefined ? {} : { 'agent-at-counter-by': counter.officer }),
  };
}
