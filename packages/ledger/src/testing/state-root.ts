import { base64urlEncode, concatBytes, sha256, utf8Encode } from '@minglu/protocol';
import { nodeHasherOf } from '../state/tree/node-hasher.ts';
import { StateTree } from '../state/tree/state-tree.ts';

/** The root after each block's changes, by the tree a node keeps. */
export class RootFollower {
  readonly #tree = new StateTree({ hasher: nodeHasherOf(sha256), loadBucket: () => [] });

  update(values: ReadonlyMap<string, string | null>): string {
    const changes = [...values].map(([key, value]) => [
      sha256(utf8Encode(key)),
      value === null ? null : sha256(utf8Encode(value)),
    ]) as (readonly [Uint8Array, Uint8Array | null])[];
    return base64urlEncode(this.#tree.update(changes).root);
  }
}

/** The same root by its definition alone, over all entries: what another language would write first. */
export function rootByDefinition(entries: readonly (readonly [key: string, value: string])[]): string {
  const leaves = entries.map(([key, value]) => {
    const path = sha256(utf8Encode(key));
    return { path, hash: sha256(concatBytes(Uint8Array.of(0), path, sha256(utf8Encode(value)))) };
  });
  return base64urlEncode(subtree(leaves, 0));
}

interface Leaf {
  readonly path: Uint8Array;
  readonly hash: Uint8Array;
}

function subtree(leaves: readonly Leaf[], depth: number): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return new Uint8Array(32);
  if (leaves.length === 1) return only.hash;
  const side = (wanted: number) =>
    leaves.filter(({ path }) => (((path[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1) === wanted);
  return sha256(concatBytes(Uint8Array.of(1), subtree(side(0), depth + 1), subtree(side(1), depth + 1)));
}
