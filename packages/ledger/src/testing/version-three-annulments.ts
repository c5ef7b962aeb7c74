import type { JsonObject } from '@minglu/protocol';
import type { Planned, Story } from './story.ts';
import { DAY, idOf, type Letter, submission } from './test-chain.ts';
import { about, attested, by, caseOf, holder, sealed } from './version-three-letters.ts';

/** Somebody asks, the office takes it up or does not: before the calendar is known. */
export async function annulmentsAsked(story: Story): Promise<void> {
  const ask = (word: string): Planned => asked(word, word);
  await story.add(10, [
    ...['sun', 'qian', 'zhou', 'wu'].map(ask),
    by('ask-1', 'annulments.ask', about('wang', identity), { embedKey: true, ...sealed('statement') }),
    asked('wang', '2', []),
    attested(by('ask-3', 'annulments.ask', { ...identity, number: '92110105MA00000999' }), {
      id: 'ask-3',
      papers: ['statement'],
    }),
    by('registrar', 'annulments.ask', about('wang', identity), sealed('statement')),
  ]);
  await story.add(10, [
    { ...act('registrar', 'decline', 'ask-qian', { reason: 'identity-not-verified' }), ...sealed('statement') },
    { ...act('registrar', 'decline', 'ask-qian', { reason: 'identity-not-verified' }), ...sealed('reason') },
    act('registrar', 'take-up', 'ask-qian'),
    act('registrar', 'take-up', 'nothing'),
    act('west', 'take-up', 'ask-zhou'),
    act('registrar', 'take-up', 'ask-zhou'),
    act('registrar', 'take-up', 'ask-wu'),
  ]);
}

/** What comes of them, and of those that the offices open: announced, opposed, stayed, decided, undone. */
export async function annulmentsDecided(story: Story): Promise<void> {
  await announcedAndStayed(story);
  await annulled(story);
  await partlyAnnulledAndUndone(story);
  await unopposed(story);
  await rejected(story);
}

const identity = { ground: 'identity-used' };
const found = { basis: 'found' };

function asked(word: string, name: string, papers: readonly string[] = ['statement']): Planned {
  const id = `ask-${name}`;
  return attested(by(id, 'annulments.ask', about(word, identity)), { id, papers });
}

function act(who: string, deed: string, id: string, body: JsonObject = {}): Letter {
  return by(who, `annulments.${deed}`, { annulment: idOf(id), ...body });
}

function party(who: string, deed: string, id: string, body: JsonObject = {}): Letter {
  return { ...act(who, deed, id, body), embedKey: true };
}

function open(who: string, word: string, id = `own-${word}`): Letter {
  return by(who, 'annulments.open', about(word, { ground: 'false-papers' }), { id: idOf(id) });
}

const article = '市场主体登记管理条例 第四十四条';
const revoke = (word: string, kind: string): Letter =>
  by('registrar', 'licences.revoke', about(word, { reason: 'FRAUD', kind, article }));

async function announcedAndStayed(story: Story): Promise<void> {
  await story.add(10, [
    act('registrar', 'take-up', 'ask-sun'),
    act('registrar', 'annul', 'ask-zhou', { basis: 'unopposed' }),
    act('registrar', 'announce', 'ask-zhou', { reason: 'unreachable' }),
    act('registrar', 'announce', 'ask-zhou', { reason: 'unreachable' }),
    act('registrar', 'annul', 'ask-zhou', { basis: 'unopposed' }),
    act('registrar', 'extend', 'ask-wu', { reason: 'COMPLEX' }),
    act('head', 'extend', 'ask-wu', { reason: 'COMPLEX' }),
    act('head', 'extend', 'ask-wu', { reason: 'COMPLEX' }),
    party('sun', 'oppose', 'ask-sun'),
    act('registrar', 'announce', 'ask-wu', { reason: 'unwilling' }),
    party('ask-wu', 'oppose', 'ask-wu'),
    party('wu', 'oppose', 'ask-wu'),
    party('wu', 'oppose', 'ask-wu'),
    act('registrar', 'annul', 'ask-wu', { basis: 'unopposed' }),
    act('registrar', 'stay', 'ask-wu'),
    party('sun', 'ask-stay', 'ask-wu', { ground: 'lawsuit' }),
    party('wu', 'ask-stay', 'ask-wu', { ground: 'lawsuit' }),
    party('ask-wu', 'ask-stay', 'ask-wu', { ground: 'civil-dispute' }),
    act('registrar', 'stay', 'ask-wu'),
    act('registrar', 'resume', 'ask-zhou'),
  ]);
}

async function annulled(story: Story): Promise<void> {
  await story.add(10, [
    revoke('zheng', 'annulled'),
    by('registrar', 'licences.revoke', about('zheng', { reason: 'FRAUD', kind: 'revoked' })),
    revoke('zheng', 'revoked'),
    // Of no register: what annuls it is its own law's.
    by('west', 'licences.revoke', about('mei', { reason: 'FRAUD', kind: 'annulled', article })),
    by('registrar', 'licences.mark', about('zheng', { mark: 'unclosed', reason: 'SIX-MONTHS', article })),
    open('registrar', 'li', 'own-li-of-another'),
    open('west', 'mei'),
    open('west', 'li'),
    open('registrar', 'zheng'),
  ]);
  await story.add(DAY, [
    act('registrar', 'annul-partly', 'own-zheng', { scope: ['5226'] }),
    act('registrar', 'annul', 'own-zheng', found),
    act('west', 'annul', 'own-li', found),
    act('registrar', 'annul', 'ask-wu', found),
    act('registrar', 'undo', 'ask-zhou'),
  ]);
}

async function partlyAnnulledAndUndone(story: Story): Promise<void> {
  const particulars = ['contact', 'family-members'];
  await story.add(20 * DAY, [
    act('registrar', 'resume', 'ask-wu'),
    act('registrar', 'annul-partly', 'ask-wu'),
    act('registrar', 'annul-partly', 'ask-wu', { tradeName: '秋水茶馆' }),
    act('registrar', 'annul-partly', 'ask-wu', { tradeName: '听雪茶馆', scope: ['5226'], particulars }),
    act('registrar', 'undo', 'own-li'),
    act('bureau', 'undo', 'own-li'),
    act('registrar', 'undo', 'own-zheng'),
    act('registrar', 'undo', 'own-zheng'),
  ]);
  // The rest of li is over: it ended while there was no licence.
  await story.add(10, []);
}

async function unopposed(story: Story): Promise<void> {
  const closing = holder('tang', 'apply-closing', { reason: 'BY-HOLDER' }, { id: idOf('tang-1') });
  await story.add(30 * DAY, [
    party('zhou', 'oppose', 'ask-zhou'),
    act('registrar', 'annul', 'ask-zhou', { basis: 'unopposed' }),
    { word: 'tang', body: { ...submission, tradeName: '朗月茶馆' } },
  ]);
  await story.add(10, [
    act('registrar', 'undo', 'ask-zhou'),
    act('registrar', 'undo', 'ask-zhou', { tradeName: '朗月老茶馆' }),
    open('registrar', 'tang'),
    act('registrar', 'annul', 'own-tang', found),
    { ...closing, ...sealed('tax-clearance') },
  ]);
  await story.add(10, [
    by('registrar', 'cases.decide', caseOf('tang-1', { decision: 'grant' })),
    act('registrar', 'undo', 'own-tang'),
    open('registrar', 'tang', 'own-tang-again'),
    asked('tang', 'tang'),
    by('registrar', 'licences.mark', about('tang', { mark: 'order', reason: 'LATE', article })),
  ]);
}

/** The months of an investigation are over. */
async function rejected(story: Story): Promise<void> {
  await story.add(50 * DAY, []);
  await story.add(10, [
    act('head', 'extend', 'ask-sun', { reason: 'COMPLEX' }),
    { ...act('registrar', 'reject', 'ask-sun', { reason: 'not-false' }), ...sealed('statement') },
    { ...act('registrar', 'reject', 'ask-sun', { reason: 'not-false' }), ...sealed('reason') },
    act('registrar', 'annul', 'ask-sun', found),
  ]);
}
