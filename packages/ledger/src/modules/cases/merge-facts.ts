import type { Attestation, JsonObject, JsonValue } from '@minglu/protocol';

/**
 * The facts of all attestations as one object, in the order they came. Where two departments disagree the fact is left
 * out: the contract then sees it missing, and a person looks.
 */
export function mergeFacts(attestations: readonly Attestation[]): JsonObject {
  const [only] = attestations;
  if (attestations.length === 1 && only !== undefined) return only.statement.facts;
  const facts = new Map<string, JsonValue>();
  const disputed = new Set<string>();
  for (const { statement } of attestations) {
    for (const [name, value] of Object.entries(statement.facts)) {
      if (facts.has(name) && facts.get(name) !== value) disputed.add(name);
      facts.set(name, value);
    }
  }
  for (const name of disputed) facts.delete(name);
  return Object.fromEntries(facts);
}
