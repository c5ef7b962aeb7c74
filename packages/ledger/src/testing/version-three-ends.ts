import type { Story } from './story.ts';
import { DAY, idOf } from './test-chain.ts';
import { about, by, caseOf, holder, sealed } from './version-three-letters.ts';

/** Licences are closed, by application and by silence; half a year passes, and a year whose calendar nobody knows begins. */
export async function endsOfVersionThree(story: Story): Promise<void> {
  const closing = (word: string, serial: number, paper: string) =>
    holder(word, 'apply-closing', { reason: 'BY-HOLDER' }, { id: idOf(`${word}-end-${serial}`), ...sealed(paper) });
  const grant = (id: string) => by('registrar', 'cases.decide', caseOf(id, { decision: 'grant' }));
  await story.add(10, [
    closing('sun', 1, 'premises'),
    closing('sun', 2, 'tax-clearance'),
    grant('sun-end-2'),
    closing('sun', 3, 'tax-clearance'),
    holder('wu', 'announce-closing'),
  ]);
  await story.add(20 * DAY, []);
  await story.add(70 * DAY, []);
  const unclosed = { mark: 'unclosed', reason: 'SIX-MONTHS', article: '市场主体登记管理条例实施细则 第六十七条' };
  const opened = about('wang', { ground: 'identity-used' });
  await story.add(40 * DAY, [
    by('registrar', 'licences.mark', about('zheng', unclosed)),
    by('west', 'annulments.open', opened, { id: idOf('own-wang') }),
    // The replay window has forgotten both; a case and an annulment have not.
    by('registrar', 'annulments.open', about('qian', { ground: 'false-papers' }), { id: idOf('own-zheng') }),
    holder('qian', 'apply-change', { tradeName: '白鹤老茶馆' }, { id: idOf('wang-1') }),
    closing('zheng', 1, 'tax-clearance'),
  ]);
  await story.add(10, [grant('zheng-end-1')]);
  await story.add(100 * DAY, []);
}
