import type { JsonObject } from '@minglu/protocol';

/**
 * Keys made since this page was loaded, for as long as it stays: the only time at which one can be saved in a file.
 * Nothing of this is written anywhere; a script that came later, or a borrowed phone tomorrow, finds keys that can be
 * used and not taken away.
 */
const fresh = new Map<string, JsonObject>();

export function rememberForBackup(kid: string, privateJwk: JsonObject): void {
  fresh.set(kid, privateJwk);
}

export function findForBackup(kid: string): JsonObject | undefined {
  return fresh.get(kid);
}
