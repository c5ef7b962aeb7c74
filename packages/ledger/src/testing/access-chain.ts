import type { JsonObject } from '@minglu/protocol';
import { keyWithRole, procedureChain } from './procedure-chain.ts';
import { idOf, kidOf, type Letter, type TestChain } from './test-chain.ts';

/** A chain with two security administrators, an auditor, a head and an administrator of the police. */
export async function accessChain(): Promise<TestChain> {
  const chain = await procedureChain();
  const { letters: first } = officeLetters('security-administrator', 'sec-one');
  for (const letter of [...first, ...keyWithRole('platform', 'looker', 'auditor')])
    await must(chain, { ...letter, by: 'founder' });
  const [key, role] = officeLetters('security-administrator', 'sec-two').letters;
  await must(chain, { ...(key as Letter), by: 'founder' });
  await must(chain, { ...(role as Letter), by: 'sec-one' });
  for (const letter of [
    ...keyWithRole('police', 'police-head', 'head'),
    ...keyWithRole('police', 'police-admin', 'administrator'),
  ])
    await must(chain, { ...letter, by: 'founder' });
  for (const letter of keyWithRole('police', 'police-registrar', 'registrar'))
    await must(chain, { ...letter, by: 'founder' });
  return chain;
}

function officeLetters(role: string, word: string): { readonly letters: readonly Omit<Letter, 'by'>[] } {
  return { letters: keyWithRole('platform', word, role) };
}

async function must(chain: TestChain, letter: Letter): Promise<void> {
  const outcome = await chain.send(letter);
  if ('refused' in outcome) throw new Error(`${letter.deed} was refused: ${outcome.refused}`);
}

/** A rule that lets the registrars of the police read the cases of the market office. */
export const readingRule: JsonObject = {
  effect: 'allow',
  deeds: ['cases.read', 'cases.queue'],
  roles: ['registrar'],
  organs: ['market'],
};

export function propose(rule: JsonObject, org?: string, rest: Partial<Letter> = {}): Letter {
  const body = org === undefined ? { rule } : { org, rule };
  return { by: 'sec-one', deed: 'access.propose-rule', body, id: idOf('rule'), ...rest };
}

export function confirm(word = 'rule', by = 'sec-two'): Letter {
  return { by, deed: 'access.confirm', body: { proposal: idOf(word) } };
}

/** What the police's registrar may do with the market office's cases. */
export function mayRead(
  chain: TestChain,
  decide: typeof import('../access/decide.ts').decide,
  atMs = chain.time,
): boolean {
  const actor = { kid: kidOf('police-registrar'), caseKey: false, atMs };
  return decide(chain.state, actor, 'cases.read', { org: 'market' }).allow;
}
