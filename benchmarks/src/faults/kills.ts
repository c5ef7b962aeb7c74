import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SubmissionFiles } from '../load/submission-files.ts';
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
  readonly when: 'opening' | 'working' | 'idle';
  /** Ended otherwise than by the campaign's own signal, and how. */
  readonly ownEnd: string | undefined;
}

/** Random kills under load: the same ledger dies again and again, and keeps every promise of all its lives. */
export const kills: Campaign = ({ seed, slice, slices, share }) =>
  withGround(1, async ({ directory, path }) => {
    const random = randomOf(seed * 1_000 + slice);
    const wanted = Math.max(1, Math.round((KILLS * share) / slices));
    const paths = await writeLives(directory, Math.min(LIVES, wanted));
    // Whoever is killed keeps no compiled code for the next: one ends by itself first.
    await new Victim({ directory: join(directory, 'first'), path, first: 0, count: 1, inFlight: 1, close: true }).ended;
    const total = noDamage();
    const when = { opening: 0, working: 0, idle: 0 };
    const [unopened, ownEnds]: [string[], string[]] = [[], []];
    let [done, promises] = [0, 0];
    for (let ledger = 0; done < wanted; ledger += 1) {
      const home = join(directory, `ledger-${ledger}`);
      const promised: Promised[] = [];
      let last = paths[0] ?? path;
      for (const file of paths.slice(0, wanted - done)) {
        const killed = await oneLife(home, file, random);
        done += 1;
        promised.push(...killed.promised);
        if (killed.promised.length > 0) last = file;
        when[killed.when] += 1;
        if (killed.ownEnd === undefined) continue;
        ownEnds.push(killed.ownEnd);
        break;
      }
      const { damage, why } = await judgeVictim(home, promised, last);
      if (damage === undefined) unopened.push(why);
      addDamage(total, damage ?? noDamage());
      promises += promised.length;
      rmSync(home, { recursive: true, force: true });
    }
    return [
      count('random kills under load', done),
      count('kills: while opening', when.opening),
      count('kills: while working', when.working),
      count('kills: while idle', when.idle),
      count('kills: receipts answered before', promises),
      zero('kills: lives that ended by themselves', ownEnds.length, ownEnds.slice(0, 5).join('; ')),
      zero('kills: ledgers that did not open again', unopened.length, unopened.slice(0, 5).join('; ')),
      ...damageRows('kills', total),
    ];
  });

/** What each life is given to do, in a file of its own; the next ledger's lives are given the same. */
async function writeLives(directory: string, lives: number): Promise<string[]> {
  const folder = join(directory, 'lives');
  mkdirSync(folder);
  const files = new SubmissionFiles(folder);
  const paths: string[] = [];
  for (let life = 0; life < lives; life += 1) paths.push(await files.write(A_LIFE));
  return paths;
}

async function oneLife(home: string, path: string, random: (below: number) => number): Promise<Killed> {
  const order = { directory: home, path, first: 0, count: A_LIFE, inFlight: 100, flushTransactions: FLUSH_EVERY };
  const isOnOpening = random(ON_OPENING) === 0;
  const untilMs = random(LONGEST_MS);
  const victim = new Victim(order);
  await (isOnOpening ? victim.opening : victim.ready);
  await new Promise((resolve) => setTimeout(resolve, untilMs));
  victim.process.kill('SIGKILL');
  const { promised, opened, finished, failed, signal, code, errors, hung } = await victim.ended;
  if (failed.length > 0) throw new Error(`a killed ledger refused what came next: ${failed[0]}`);
  const isOwn = signal !== 'SIGKILL' || hung;
  return {
    promised,
    when: !opened ? 'opening' : finished ? 'idle' : 'working',
    ownEnd: isOwn ? `${hung ? 'hung' : (signal ?? code)} ${errors.slice(0, 200)}` : undefined,
  };
}
