import type { JsonObject } from '@minglu/protocol';
import type { Story } from './story.ts';
import { commitmentOf, DAY, idOf, kidOf, type Letter } from './test-chain.ts';
import { about, attested, by, caseOf, holder, NOWHERE, numberOf, sealed, WEST } from './version-three-letters.ts';

/** Applications about licences, and what a holder files or an officer writes beside them: done and refused. */
export async function mattersOfVersionThree(story: Story): Promise<void> {
  await changesAsked(story);
  await changesDecided(story);
  await changesFiledAnew(story);
  await filingsAndEditions(story);
  await marks(story);
  await resting(story);
}

const change = (word: string, id: string, body: JsonObject, rest: Partial<Letter> = {}): Letter =>
  holder(word, 'apply-change', body, { id: idOf(id), ...rest });
const grant = (who: string, id: string): Letter => by(who, 'cases.decide', caseOf(id, { decision: 'grant' }));

const handedOver = { number: numberOf('zhao'), operator: commitmentOf('chen'), particulars: ['operator-name'] };
const taking = (): Letter => by('chen', 'licences.apply-change', handedOver);

async function changesAsked(story: Story): Promise<void> {
  const late = { happenedOn: '2026-03-01', ground: 'permit-ended' };
  await story.add(10, [
    change('wang', 'wang-1', { tradeName: '清泉茶馆', scope: ['6233', '5226'], ...late }),
    change('wang', 'wang-again', { tradeName: '清溪茶馆' }),
    holder('wang', 'apply-closing', { reason: 'BY-HOLDER' }, sealed('tax-clearance')),
    holder('wang', 'announce-closing'),
    holder('wang', 'hand-over', { kid: kidOf('chen') }),
    by('sun', 'licences.apply-change', about('wang', { tradeName: '清溪茶馆' }), { embedKey: true }),
    change('qian', 'qian-1', { tradeName: '白云茶馆', scope: ['6233'] }),
    change('qian', 'qian-2', { tradeName: '白鹤茶馆', happenedOn: '2026-06-30' }),
    change('qian', 'qian-3', { particulars: ['premises'] }),
    change('qian', 'qian-4', { region: NOWHERE }, sealed('premises')),
    change('qian', 'qian-5', { tradeName: '秋 水茶馆' }),
    change('sun', 'sun-1', { scope: ['5226'] }),
    change('feng', 'feng-1', { tradeName: '早市果摊' }),
    change('mei', 'mei-1', { tradeName: '早市果摊' }),
    attested(taking(), { id: 'chen-too-early', papers: ['tax-clearance', 'operator-name'] }),
    holder('zhao', 'hand-over', { kid: kidOf('chen') }),
  ]);
}

async function changesDecided(story: Story): Promise<void> {
  const withdrawn = { reason: 'STREET-REBUILT', kind: 'withdrawn', article: '行政许可法 第八条' };
  const ended = caseOf('feng-1', { decision: 'refuse', reason: 'LICENCE-ENDED' });
  await story.add(10, [
    by('registrar', 'cases.claim', caseOf('wang-1')),
    grant('registrar', 'wang-1'),
    grant('registrar', 'qian-5'),
    by('registrar', 'cases.supplement', caseOf('qian-5', { points: ['premises-paper'] }), sealed('reason')),
    by('west', 'licences.revoke', about('feng', withdrawn)),
    grant('west', 'feng-1'),
    by('west', 'cases.decide', ended, sealed('reason')),
    by('chen', 'licences.apply-change', handedOver, { embedKey: true, ...sealed('tax-clearance', 'operator-name') }),
    attested(taking(), { id: 'chen-owing', papers: ['operator-name'] }),
    attested(taking(), { id: 'chen', papers: ['tax-clearance', 'operator-name'] }),
    by('head', 'cases.extend', caseOf('sun-1', { reason: 'COMPLEX' })),
  ]);
}

async function changesFiledAnew(story: Story): Promise<void> {
  const withPrevious = (previous: string) => ({ tradeName: '白鹤茶馆', previous: idOf(previous) });
  await story.add(10, [
    grant('registrar', 'chen'),
    change('qian', 'qian-6', withPrevious('qian-5')),
    change('wang', 'wang-2', { region: WEST }, sealed('premises')),
    by('qian', 'cases.withdraw', caseOf('qian-6'), { embedKey: true }),
    change('qian', 'qian-7', withPrevious('qian-5')),
    change('zhou', 'zhou-1', withPrevious('qian-6')),
    change('wu', 'wu-1', withPrevious('wang-1')),
    grant('registrar', 'wang-2'),
    grant('west', 'wang-2'),
    change('qian', 'qian-8', { ...withPrevious('qian-6'), particulars: ['premises'] }, sealed('premises')),
    grant('registrar', 'qian-8'),
    // A name for a business that had none: it waits, and both its dates pass.
    by('chen', 'licences.apply-change', about('zhao', { tradeName: '长青茶馆' }), {
      embedKey: true,
      id: idOf('chen-2'),
    }),
  ]);
}

async function filingsAndEditions(story: Story): Promise<void> {
  const byChen = (deed: string, body: JsonObject, rest: Partial<Letter> = {}): Letter =>
    by('chen', `licences.${deed}`, about('zhao', body), { embedKey: true, ...rest });
  const contact = { particulars: ['contact'] };
  await story.add(10, [
    holder('zhao', 'file', contact, sealed('contact')),
    byChen('file', contact, sealed('family-members')),
    byChen('file', { particulars: ['family-members', 'contact'] }, sealed('family-members', 'contact')),
    byChen('reissue', { reason: 'lost' }),
    holder('wang', 'reissue', { reason: 'spoilt' }),
    holder('wang', 'reissue', { reason: 'sold' }),
    by('registrar', 'licences.reissue', about('wang', { reason: 'lost' })),
    by('registrar', 'licences.replace', about('wang', { old: 'returned' })),
    by('west', 'licences.replace', about('wang', { old: 'returned' })),
    by('registrar', 'licences.replace', about('zhou', { old: 'declared-void' })),
    by('west', 'licences.replace', about('feng', { old: 'declared-void' })),
  ]);
}

async function marks(story: Story): Promise<void> {
  const byOffice = (deed: string, body: JsonObject) => by('registrar', `licences.${deed}`, about('sun', body));
  const abnormal = { mark: 'abnormal', reason: 'UNREACHABLE' };
  const article = '市场主体登记管理条例 第三十三条';
  await story.add(10, [
    byOffice('mark', { ...abnormal, article }),
    byOffice('mark', { ...abnormal, article }),
    byOffice('mark', { mark: 'unclosed', reason: 'SIX-MONTHS', article }),
    byOffice('mark', { mark: 'order', reason: 'LATE', article: '市场主体登记管理条例 第四十六条' }),
    holder('sun', 'announce-closing'),
    by('west', 'licences.unmark', about('sun', abnormal)),
    byOffice('unmark', abnormal),
    byOffice('unmark', abnormal),
    by('west', 'licences.mark', about('feng', { ...abnormal, article })),
  ]);
}

async function resting(story: Story): Promise<void> {
  const cease = (word: string, until: string, rest: Partial<Letter> = {}) =>
    holder(word, 'cease', { reason: 'FLOOD', until, address: 'service-address' }, rest);
  const address = sealed('service-address');
  const found = { article: '市场主体登记管理条例 第三十条' };
  await story.add(10, [
    cease('li', '2026-06-30'),
    cease('li', '2026-06-30', address),
    cease('qian', '2026-06-25', address),
    cease('qian', '2026-08-31', address),
    cease('qian', '2026-12-31', address),
    cease('wu', '2026-06-08', address),
    cease('zheng', '2029-12-31', address),
  ]);
  await story.add(10, [
    by('registrar', 'licences.establish-resumption', about('li', found)),
    by('registrar', 'licences.establish-resumption', about('zhou', found)),
    by('registrar', 'licences.establish-resumption', about('qian', found)),
    holder('qian', 'cease', { reason: 'FLOOD', until: '2026-07-31' }),
    holder('qian', 'resume'),
  ]);
  // Dates pass: of the first annulment, whose days the calendar moved, of two changes, and of the rest of wu.
  await story.add(4 * DAY, []);
  await story.add(DAY, []);
  await story.add(10 * DAY, []);
  await story.add(10, [by('sun', 'cases.withdraw', caseOf('sun-1'), { embedKey: true }), grant('registrar', 'chen-2')]);
}
