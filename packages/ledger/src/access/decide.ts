import { recordsOf } from '../state/records-of.ts';
import type { StateReader } from '../state/state-reader.ts';
import type { AccessDecision, Actor, Resource } from './access.ts';
import { decideAccess } from './decide-access.ts';

/**
 * Answers "why may I, why may I not" over committed state: the rules deeds are applied by, for doors, buttons and reads.
 * @param deed a deed's name, or one of the reads `cases.read`, `cases.queue`
 */
export function decide(
  state: Pick<StateReader, 'get'>,
  actor: Actor,
  deed: string,
  resource: Resource,
): AccessDecision {
  return decideAccess(recordsOf(state), { actor, deed, resource });
}
