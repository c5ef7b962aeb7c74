import type { Signer } from '@minglu/protocol';
import { signIn } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { oneByOne } from '../session/platform-session.ts';

/** Adds a key to the session in the cookie, or opens one with it. */
export function proveKey(signer: Signer, options: { readonly embedKey: boolean }): Promise<void> {
  return oneByOne(async () => {
    await signIn(api, signer, options);
  });
}
