import { join } from 'node:path';
import { type Campaign, count, randomOf, withGround, zero } from './campaign.ts';
import { addDamage, damageRows, noDamage } from './damage.ts';
import { judgeVictim } from './judge-victim.ts';
import { type Promised, Victim } from './victim.ts';

const KILLS = 1_000;
/** One ledger lives through so many kills before it is read whole and replaced. */
const LIVES = 20;
const A_LIFE = 1_500;
const LONGEST_MS = 500;
/** Stores come to disk often, so that many kills fall into a flush or a trim. */
const FLUSH_EVERY = 100;
/** One life in so many is killed while it opens. */
const ON_OPENING = 8;

interface Killed {
  readonly promised: readonly Promised[];
  readonly when: 'opening' | 'working' | 'idle' | 'dead';
}

/** Random kills under load: the same ledger dies again and again, and keeps every promise of all its lives. */
export const kills: Campaign = ({ seed, slice, slices, share }) =>
  withGround(A_LIFE * Math.min(LIVES, killsOf(share, slices)), async ({ directory, path }) => {
    const random = randomOf(seed * 1_000 + slice);
    const wanted = killsOf(share, slices);
    const total = noDamage();
    const when = { opening: 0, working: 0, idle: 0 };
    const unopened: string[] = [];
    let [done, promises] = [0, 0];
    for (let ledger = 0; done < wanted; ledger += 1) {
      const home = join(directory, `ledger-${ledger}`);
      const promised: Promised[] = [];
      for (let life = 0; life < LIVES && done < wanted; life += 1, done += 1) {
        const killed = await oneLife({ home, path, first: life * A_LIFE, random });
        promised.push(...killed.promised);
        if (killed.when === 'dead') break;
        when[killed.when] += 1;
      }
      const { damage, why } = await judgeVictim(home, promised, path);
      if (damage === undefined) unopened.push(why);
      addDamage(total, damage ?? noDamage());
      promises += promised.length;
    }
    return [
      count('random kills under load', done),
      count('kills: while opening', when.opening),
      count('kills: while working', when.working),
      count('kills: while idle', when.idle),
      count('kills: receipts answered before', promises),
      zero('kills: ledgers that did not open again', unopened.length, unopened.slice(0, 5).join('; ')),
      ...damageRows('kills', total),
    ];
  });

const killsOf = (share: number, slices: number): number => Math.max(1, Math.round((KILLS * share) / slices));

interface Life {
  readonly home: string;
  readonly path: string;
  readonly first: number;
  readonly random: (below: number) => number;
}

async function oneLife({ home, path, first, random }: Life): Promise<Killed> {
  const order = { directory: home, path, first, count: A_LIFE, inFlight: 100, flushTransactions: FLUSH_EVERY };
  const victim = new Victim(order);
  const isOnOpening = random(ON_OPENING) === 0;
  const untilMs = random(LONGEST_MS);
  await (isOnOpening ? victim.opening : victim.ready);
  await new Promise((resolve) => setTimeout(resolve, untilMs));
  victim.process.kill('SIGKILL');
  const { promised, opened, finished, failed } = await victim.ended;
  if (failed.length > 0) throw new Error(`a killed ledger refused what came next: ${failed[0]}`);
  if (!opened && !isOnOpening) return { promised, when: 'dead' };
  return { promised, when: !opened ? 'opening' : finished ? 'idle' : 'working' };
}
