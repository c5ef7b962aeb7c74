import { signByKey } from '../citizen/licence/sign-by-key.ts';
import type { Mandate } from './mandate.ts';
import { rememberMandatesAt } from './mandates.ts';

/** 撤回 by the holder, 辞去 by the agent: the same deed, signed by whichever of the two keys is here (民法典 173). */
export async function endMandate({ principal, agent }: Mandate, kid: string): Promise<void> {
  await signByKey({ kid, deed: 'mandates.withdraw', body: { principal, agent }, onDone: rememberMandatesAt });
}
