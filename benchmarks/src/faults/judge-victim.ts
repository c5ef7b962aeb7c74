import { checkPromises } from './check-promises.ts';
import type { Damage } from './damage.ts';
import { openVictim } from './open-victim.ts';
import type { Promised } from './victim.ts';

/** What an end did to a ledger; without damage, why it did not open again. */
export interface Verdict {
  readonly damage: Damage | undefined;
  readonly why: string;
}

/** Opens a ledger as its operator would, and holds it to its promises. */
export async function judgeVictim(home: string, promised: readonly Promised[], path: string): Promise<Verdict> {
  try {
    const node = await openVictim(home);
    const damage = await checkPromises(node, promised, path).finally(() => node.close());
    return { damage, why: JSON.stringify(damage) };
  } catch (error) {
    const { code, facts } = error as { code?: string; facts?: unknown };
    return { damage: undefined, why: `${code ?? String(error)} ${JSON.stringify(facts ?? {})}` };
  }
}
