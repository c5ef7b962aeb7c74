import type { JsonObject, Outcome } from '@minglu/protocol';
import { expect } from 'vitest';
import type { RefusalCode } from '../refusals.ts';
import type { Letter, TestChain } from './test-chain.ts';

/** The outcome is this refusal; facts, when given, are exactly these. */
export function expectRefusal(outcome: Outcome | undefined, code: RefusalCode, facts?: JsonObject): void {
  expect(outcome).toMatchObject({ refused: code });
  if (facts !== undefined) expect(outcome).toEqual({ refused: code, facts });
}

/** Sending the letter is refused so, and state is as before but for the clock and the replay mark. */
export async function refusedWithoutTrace(chain: TestChain, letter: Letter, code: RefusalCode): Promise<JsonObject> {
  const before = contents(chain);
  const outcome = await chain.send(letter);
  expect(outcome).toMatchObject({ refused: code });
  expect(contents(chain)).toEqual(before);
  return 'facts' in outcome ? outcome.facts : {};
}

export async function accepted(chain: TestChain, letter: Letter): Promise<string[]> {
  const outcome = await chain.send(letter);
  if (!('events' in outcome)) throw new Error(`refused: ${outcome.refused} ${JSON.stringify(outcome.facts)}`);
  return outcome.events.map(([name]) => name);
}

function contents(chain: TestChain): [string, string][] {
  return [...chain.state.entries()].filter(([key]) => key !== 'clock' && !key.startsWith('replay/')).sort();
}
