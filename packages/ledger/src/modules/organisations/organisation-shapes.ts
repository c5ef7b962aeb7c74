import { type JsonObject, parsePublicJwk } from '@minglu/protocol';
import { type RequiredShape, required } from '../../shape/shape.ts';
import { displayText, pattern } from '../../shape/texts.ts';
import { anyObject } from '../../shape/values.ts';

export const organisationName = displayText(1, 100);
export const organisationKind = pattern(/^[a-z][a-z0-9-]{1,30}$/);
/** Where the organisation's own process answers. No user, no query, no fragment: an address, not a message. */
export const endpoint = pattern(/^https?:\/\/[A-Za-z0-9.[\]:-]{1,200}(\/[A-Za-z0-9._~/-]{0,200})?$/);

/** A public P-256 key that documents are sealed to. */
export const sealingKey: RequiredShape<JsonObject> = required((value) => {
  if (anyObject.problemOf(value) !== undefined) return 'type';
  try {
    return parsePublicJwk(value).suite === 'ES256' ? undefined : 'value';
  } catch {
    return 'format';
  }
});
