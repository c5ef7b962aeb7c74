import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { creditCode } from '../modules/licences/credit-code.ts';
import { lettersOf, type Planned } from './story.ts';
import { idOf, type Letter, sealedSidecar, sidecarFor } from './test-chain.ts';

export const EAST = '110105';
export const WEST = '110106';
/** No office is there. */
export const NOWHERE = '110107';

/** Who gets a licence, in the order in which they do. */
const licensed: readonly (readonly [word: string, region: string])[] = [
  ['wang', EAST],
  ['li', WEST],
  ['zhao', EAST],
  ['sun', EAST],
  ['qian', EAST],
  ['zhou', EAST],
  ['wu', EAST],
  ['zheng', EAST],
  ['feng', WEST],
  ['mei', WEST],
  ['tang', EAST],
];

const SEALED = 'aa..bb.cc.dd';

export const by = lettersOf('version three');

export function numberOf(word: string): string {
  const serial = licensed.findIndex(([one]) => one === word);
  return creditCode(licensed[serial]?.[1] ?? EAST, serial);
}

export function about(word: string, more: JsonObject = {}): JsonObject {
  return { number: numberOf(word), ...more };
}

export function caseOf(word: string, more: JsonObject = {}): JsonObject {
  return { case: idOf(word), ...more };
}

/** A letter by the key of a case about its licence. */
export function holder(word: string, deed: string, more: JsonObject = {}, rest: Partial<Letter> = {}): Letter {
  return by(word, `licences.${deed}`, about(word, more), { embedKey: true, ...rest });
}

export function sealed(...names: string[]): { readonly sidecar: string } {
  return { sidecar: sealedSidecar(Object.fromEntries(names.map((name) => [name, SEALED]))) };
}

interface Attested {
  readonly id: string;
  readonly papers: readonly string[];
}

/** A letter by a case key whose holder the police have looked at. */
export function attested(letter: Letter, { id, papers }: Attested): Planned {
  return async (desk) => {
    const checked = await sidecarFor(desk, { word: letter.by, statement: { case: idOf(id) } });
    const sealedPapers = Object.fromEntries(papers.map((name) => [name, SEALED]));
    const sidecar = buildSidecar({ ...JSON.parse(checked), sealed: sealedPapers });
    return desk.write({ ...letter, id: idOf(id), embedKey: true, sidecar });
  };
}
