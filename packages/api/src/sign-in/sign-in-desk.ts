import type { ApiOptions } from '../api-options.ts';
import { ProviderClient } from './provider-client.ts';
import { SignInBook } from './sign-in-book.ts';
import { TokenBook } from './token-book.ts';
import { UsedOnce } from './used-once.ts';

/** Everything a sign-in by a provider needs; without providers, nobody signs in that way. */
export class SignInDesk {
  readonly providers: ReadonlyMap<string, ProviderClient>;
  readonly accountSecret: Uint8Array;
  readonly book = new SignInBook();
  readonly tokens = new TokenBook();
  /** `jti` of logout tokens. */
  readonly heard = new UsedOnce(5 * 60_000);

  constructor({ signIn, random }: Pick<ApiOptions, 'signIn' | 'random'>) {
    this.providers = new Map((signIn?.providers ?? []).map((one) => [one.id, new ProviderClient(one)]));
    this.accountSecret = signIn?.accountSecret ?? random(32);
  }
}
