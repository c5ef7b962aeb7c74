import { join } from 'node:path';
import { figure } from '../report/row.ts';
import { type Campaign, randomOf, withGround, zero } from './campaign.ts';
import { checkPromises, noDamage } from './check-promises.ts';
import { openVictim } from './open-victim.ts';
import { type Promised, Victim } from './victim.ts';

const KILLS = 1_000;
/** One ledger lives through so many kills before it is read whole and replaced. */
const LIVES = 20;
const A_LIFE = 400;
const LONGEST_MS = 700;

/** Random kills under load: the same ledger dies again and again, and keeps every promise of all its lives. */
export const kills: Campaign = ({ seed, slice, slices, share }) =>
  withGround(A_LIFE * LIVES, async ({ directory, path }) => {
    const random = randomOf(seed + slice);
    const wanted = Math.max(1, Math.round((KILLS * share) / slices));
    const total = noDamage();
    let [done, promises] = [0, 0];
    for (let ledger = 0; done < wanted; ledger += 1) {
      const home = join(directory, `ledger-${ledger}`);
      const promised: Promised[] = [];
      for (let life = 0; life < LIVES && done < wanted; life += 1, done += 1) {
        promised.push(...(await oneLife({ home, path, first: life * A_LIFE, untilMs: random(LONGEST_MS) })));
      }
      const node = await openVictim(home);
      const damage = await checkPromises(node, promised, path);
      await node.close();
      promises += promised.length;
      total.lost += damage.lost;
      total.doubled += damage.doubled;
      total.moved += damage.moved;
    }
    return [
      figure('random kills under load', done, ''),
      figure('receipts answered before the kills', promises, ''),
      zero('kills: receipts lost', total.lost),
      zero('kills: transactions doubled', total.doubled),
      zero('kills: repeats with another receipt', total.moved),
    ];
  });

interface Life {
  readonly home: string;
  readonly path: string;
  readonly first: number;
  readonly untilMs: number;
}

async function oneLife({ home, path, first, untilMs }: Life): Promise<readonly Promised[]> {
  const victim = new Victim({ directory: home, path, first, count: A_LIFE, inFlight: 50 });
  await victim.ready;
  await new Promise((resolve) => setTimeout(resolve, untilMs));
  victim.process.kill('SIGKILL');
  const end = await victim.ended;
  if (!end.opened) throw new Error(`a killed ledger did not open again: ${end.errors}`);
  return end.promised;
}
