import type { JsonObject } from '@minglu/protocol';
import { seal } from '@minglu/sdk';

/** An operator's name as the browser seals it: real ciphertext, of the real size. */
export function sealedName(sealingJwk: JsonObject): Promise<string> {
  return seal('张三', sealingJwk);
}
