import { LEAST_PASSPHRASE } from '@minglu/sdk';

/** What is wrong with a new passphrase, as a message key. Its length counts; rules about signs would only be forgotten. */
export function passphraseProblem(passphrase: string, again: string): string | undefined {
  if ([...passphrase].length < LEAST_PASSPHRASE) return 'keys.short';
  if (new Set(passphrase).size < 4) return 'keys.plain';
  return passphrase === again ? undefined : 'keys.differs';
}
