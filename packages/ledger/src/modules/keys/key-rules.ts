import { type JsonObject, parsePublicJwk } from '@minglu/protocol';
import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';

interface BringsAKey {
  readonly jwk: JsonObject;
}

/** A point off the curve, a private key or a stray member must not enter a register everybody trusts. */
export function keyIsSound({ jwk }: BringsAKey): Refusal | undefined {
  return kidOf(jwk) === undefined ? refuse('key-invalid') : undefined;
}

/** A revoked key stays known for ever: it cannot come back by being registered again. */
export function keyIsNew({ jwk }: BringsAKey, { records }: DeedContext): Refusal | undefined {
  const kid = kidOf(jwk);
  return kid !== undefined && records.find('key', kid) !== undefined ? refuse('key-exists', { kid }) : undefined;
}

function kidOf(jwk: JsonObject): string | undefined {
  try {
    return parsePublicJwk(jwk).kid;
  } catch {
    return undefined;
  }
}
