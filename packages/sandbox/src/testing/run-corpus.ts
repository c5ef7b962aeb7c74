import { createHash } from 'node:crypto';
import type { CallOutcome } from '../machine.ts';
import { openSandbox } from '../open-sandbox.ts';
import { hostileCorpus } from './hostile-corpus.ts';
import { smallInput } from './small-input.ts';

/** How each hostile contract ends, by its name; long answers by their hash. */
export type OutcomeTable = Readonly<Record<string, string>>;

const LONG = 120;

/** Every hostile contract, called so many times on end, in one sandbox that keeps few of them loaded. */
export function runCorpus(calls: number): OutcomeTable {
  const hashes = new Map(hostileCorpus.map(({ name, text }) => [name, sha256Of(text)]));
  const contracts = new Map(hostileCorpus.map(({ name, text }) => [hashes.get(name) ?? '', text]));
  const sandbox = openSandbox({ contracts, maxLoaded: 2 });
  const table: Record<string, string> = {};
  for (const { name, input } of hostileCorpus) {
    const call = () => lineOf(sandbox.execute(hashes.get(name) ?? '', input ?? smallInput));
    table[name] = [...new Set(Array.from({ length: calls }, call))].join(', then ');
  }
  return table;
}

/** `code gas answer`. */
export function lineOf(outcome: CallOutcome): string {
  if (outcome.code !== 'answered') return `${outcome.code} ${outcome.gas}`;
  const { output } = outcome;
  return `answered ${outcome.gas} ${output.length > LONG ? `sha256:${sha256Of(output)}` : JSON.stringify(output)}`;
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
