import { lettersOf, type Story } from './story.ts';
import { idOf, type Letter, sealedSidecar } from './test-chain.ts';

const by = lettersOf('version four');
const sealed = { sidecar: sealedSidecar() };

/** Holds that two people place and lift, one that lapses; findings that are answered in time and not at all. */
export async function audits(story: Story): Promise<void> {
  const hold = (who: string, verb: string, word: string): Letter =>
    by(who, `audit.${verb}-hold`, { case: idOf(word), ...(verb === 'place' ? { reason: 'INSPECTION' } : {}) });
  const find = (word: string, days: number): Letter =>
    by(
      'looker',
      'audit.record-finding',
      { organ: 'market', case: idOf('wang'), code: 'LOOKED-WITHOUT-CASE', days },
      { ...sealed, id: idOf(`finding ${word}`) },
    );
  const answer = (who: string, word: string): Letter =>
    by(who, 'audit.answer-finding', { finding: idOf(`finding ${word}`), outcome: 'corrected' }, sealed);
  await story.add(1000, [
    hold('looker', 'place', 'wang'),
    hold('looker', 'place', 'wang'),
    hold('looker', 'place', 'qian'),
    hold('sec-two', 'place', 'sun'),
    hold('looker', 'confirm', 'wang'),
    hold('sec-two', 'confirm', 'wang'),
    find('one', 5),
    find('two', 10),
    answer('registrar', 'one'),
    answer('head', 'one'),
    answer('head', 'one'),
    answer('head', 'none'),
  ]);
  await story.add(1000, [
    hold('looker', 'lift', 'wang'),
    hold('looker', 'lift', 'sun'),
    hold('sec-two', 'confirm', 'wang'),
  ]);
}
