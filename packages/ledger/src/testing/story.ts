import type { JsonObject } from '@minglu/protocol';
import type { BlockTransaction } from '../block.ts';
import type { GoldenBlock } from './golden-story.ts';
import { type Application, apply, idOf, type Letter, TestChain } from './test-chain.ts';

/** A letter, an application, or what only the desk's time can make: a letter with attestations in it. */
export type Planned = Letter | Application | ((desk: TestChain) => Promise<BlockTransaction>);

/** The blocks of a history, written one after the other and never applied. */
export class Story {
  readonly blocks: GoldenBlock[] = [];
  /** Never applied: it only writes letters at the right times. */
  readonly #desk = new TestChain();

  async add(laterMs: number, planned: readonly Planned[]): Promise<void> {
    this.#desk.time += laterMs;
    this.blocks.push({ time: this.#desk.time, entries: await Promise.all(planned.map((one) => this.#write(one))) });
  }

  #write(one: Planned): Promise<BlockTransaction> {
    if (typeof one === 'function') return one(this.#desk);
    return 'deed' in one ? this.#desk.write(one) : apply(this.#desk, one);
  }
}

/** Letters whose ids are of one story, in the order in which they are written. */
export function lettersOf(story: string) {
  let serial = 0;
  return (who: string, deed: string, body: JsonObject, more: Partial<Letter> = {}): Letter => {
    serial += 1;
    return { by: who, deed, body, id: idOf(`${story} ${serial}`), ...more };
  };
}
