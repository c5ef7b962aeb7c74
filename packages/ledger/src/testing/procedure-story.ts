import type { JsonObject } from '@minglu/protocol';
import { creditCode } from '../modules/licences/credit-code.ts';
import type { GoldenBlock } from './golden-story.ts';
import { calendarBody, procedureLetters } from './procedure-chain.ts';
import { lettersOf, Story } from './story.ts';
import { DAY, foundingLetters, idOf, kidOf, type Letter, sealedSidecar, submission } from './test-chain.ts';

const article = '市场主体登记管理条例 第四十条';

/**
 * A history of the registration procedure: every deed that protocol version 2 brought, done and refused, and everything
 * it lets fall due. Only used to write a golden ledger, as `goldenStory` is.
 */
export async function procedureStory(): Promise<readonly GoldenBlock[]> {
  const story = new Story();
  await story.add(0, founding());
  await applications(story);
  await officersAndCalendars(story);
  await endsAndRefilings(story);
  await restingAndClosing(story);
  return story.blocks;
}

const by = lettersOf('procedure');
const sealed = { sidecar: sealedSidecar() };
const ofHolder = { embedKey: true };
const caseOf = (word: string, more: JsonObject = {}): JsonObject => ({ case: idOf(word), ...more });
const number = (at: number): string => creditCode('110105', at);
const named = (tradeName: string): { body: JsonObject } => ({ body: { ...submission, tradeName } });

function founding(): Letter[] {
  return [...foundingLetters, ...procedureLetters].map((letter) => ({ ...letter, by: 'founder' }));
}

/** Licences 0 to 3; one name asked for twice in a block; five cases for a person. */
async function applications(story: Story): Promise<void> {
  await story.add(1000, [
    { word: 'wang' },
    { word: 'li' },
    { word: 'zhao', ...named('明月茶馆') },
    { word: 'sun', ...named('秋水茶馆') },
    { word: 'qian', ...named('白云茶馆') },
  ]);
  const pending = ['zhou', 'wu', 'zheng', 'feng', 'chen'];
  await story.add(
    10,
    pending.map((word) => ({ word, facts: {}, ...named(`茶馆${word}`) })),
  );
}

async function officersAndCalendars(story: Story): Promise<void> {
  const proposal = idOf('golden calendar');
  const days = { off: ['2026-06-01', '2026-06-19'], worked: ['2026-06-20'] };
  await story.add(10, [
    by('registrar', 'cases.claim', caseOf('zhou')),
    by('colleague', 'cases.claim', caseOf('zhou')),
    by('registrar', 'cases.hand-over', caseOf('zhou', { to: kidOf('colleague') })),
    by('head', 'cases.assign', caseOf('zhou', { to: kidOf('registrar') })),
    by('head', 'cases.assign', caseOf('zhou', { to: kidOf('clerk') })),
    by('wang', 'cases.review', caseOf('wang'), ofHolder),
    by('zhou', 'cases.review', caseOf('zhou'), ofHolder),
    by('editor', 'calendars.propose', calendarBody(days), { id: proposal }),
    by('editor', 'calendars.confirm', { region: '000000', year: 2026, proposal }),
    by('head', 'cases.extend', caseOf('wu', { reason: 'COMPLEX' })),
    by('head', 'cases.extend', caseOf('wu', { reason: 'COMPLEX' })),
  ]);
  await story.add(10, [
    by('checker', 'calendars.confirm', { region: '000000', year: 2026, proposal }),
    by('registrar', 'cases.answer-review', caseOf('wang', { outcome: 'upheld', reason: 'CHECKED' }), sealed),
  ]);
  // The clocks are counted again.
  await story.add(10, []);
}

async function endsAndRefilings(story: Story): Promise<void> {
  const points = { points: ['premises-paper'] };
  await story.add(DAY, [
    by('registrar', 'cases.decide', caseOf('li', { decision: 'grant' })),
    by('registrar', 'cases.supplement', caseOf('wu', { points: ['blood-group'] }), sealed),
    by('registrar', 'cases.supplement', caseOf('wu', points), sealed),
    by('zheng', 'cases.withdraw', caseOf('zheng'), ofHolder),
    by('registrar', 'cases.decide', caseOf('feng', { decision: 'refuse', reason: 'NO-CAPACITY' }), sealed),
    by('wu', 'cases.refile', caseOf('wu', { kid: kidOf('wu-2') }), ofHolder),
    by('feng', 'cases.refile', caseOf('feng', { kid: kidOf('feng-2') }), ofHolder),
  ]);
  const refiled = (word: string) => ({ word, body: { ...submission, tradeName: '茶馆wu', previous: idOf('wu') } });
  await story.add(10, [refiled('wu-3'), refiled('wu-2'), refiled('wu-2')]);
  // Dates pass: the statutory ones of zhou and chen, the review of zhou, the promises.
  for (const laterMs of [9 * DAY, 10, 10]) await story.add(laterMs, []);
  await story.add(10, [
    by('head', 'cases.extend', caseOf('chen', { reason: 'COMPLEX' })),
    by('registrar', 'cases.decide', caseOf('zhou', { decision: 'grant' })),
  ]);
}

async function restingAndClosing(story: Story): Promise<void> {
  const cease = (word: string, at: number, until: string) =>
    by(word, 'licences.cease', { number: number(at), reason: 'FLOOD', until }, ofHolder);
  const holder = (word: string, deed: string, at: number) =>
    by(word, `licences.${deed}`, { number: number(at) }, ofHolder);
  await story.add(10, [
    cease('wang', 0, '2026-06-30'),
    cease('wang', 0, '2026-07-15'),
    cease('zhao', 1, '2030-01-01'),
    cease('zhao', 1, '2026-12-31'),
    holder('sun', 'announce-closing', 2),
    holder('qian', 'announce-closing', 3),
    by('registrar', 'licences.close', { number: number(3), reason: 'BY-HOLDER' }),
  ]);
  await story.add(DAY, [
    holder('zhao', 'resume', 1),
    holder('qian', 'withdraw-closing', 3),
    holder('qian', 'announce-closing', 3),
    by('police-attester', 'licences.object-to-closing', { number: number(3), reason: 'TAX-OWED' }),
    by('registrar', 'licences.change', { number: number(1), tradeName: '清风 茶馆' }),
    by('registrar', 'licences.revoke', { number: number(1), reason: 'FRAUD', kind: 'annulled' }),
    by('registrar', 'licences.revoke', { number: number(1), reason: 'FRAUD', kind: 'annulled', article }),
  ]);
  // The closing of sun ripens, the rest of wang ends, and 2027 is asked for.
  await story.add(20 * DAY, []);
  await story.add(30 * DAY, []);
  await story.add(120 * DAY, []);
  // Close to a year nobody knows: nothing closes by itself.
  await story.add(30 * DAY, [holder('qian', 'announce-closing', 3)]);
  await story.add(30 * DAY, []);
}
