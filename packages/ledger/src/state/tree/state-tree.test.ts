import { createHash } from 'node:crypto';
import {
  emptyState,
  type StateProof,
  stateBit,
  stateLeafHash,
  stateNodeHash,
  verifyStateProof,
} from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BucketRecord } from './bucket-record.ts';
import { nodeHasherOf } from './node-hasher.ts';
import type { StateLeaf, StateTreeChange } from './state-leaf.ts';
import { StateTree } from './state-tree.ts';

const hash = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const hasher = nodeHasherOf(hash);
const digest = (text: string): Uint8Array => hash(new TextEncoder().encode(text));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The definition, word for word; knows nothing of buckets. */
function naiveRoot(leaves: readonly StateLeaf[], depth = 0): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return emptyState();
  if (leaves.length === 1) return stateLeafHash(first.path, first.valueHash, hash);
  const side = (bit: number) => leaves.filter(({ path }) => stateBit(path, depth) === bit);
  return stateNodeHash(naiveRoot(side(0), depth + 1), naiveRoot(side(1), depth + 1), hash);
}

/** A tree and the plain map it stands for; what it persists is kept as the store would. */
class Model {
  readonly leaves = new Map<string, StateLeaf>();
  readonly buckets = new Map<number, BucketRecord>();
  readonly bits: number;
  loads = 0;
  tree: StateTree;

  constructor(bits: number) {
    this.bits = bits;
    this.tree = this.open();
  }

  open(): StateTree {
    const buckets = [...this.buckets.values()].filter(({ population }) => population > 0);
    return new StateTree({ hasher, prefixBits: this.bits, buckets, loadBucket: (prefix) => this.load(prefix) });
  }

  load(prefix: number): StateLeaf[] {
    this.loads += 1;
    return [...this.leaves.values()].filter(({ path }) => ((path[0]! << 8) | path[1]!) >>> (16 - this.bits) === prefix);
  }

  update(changes: readonly StateTreeChange[]): Uint8Array {
    const { root, buckets } = this.tree.update(changes);
    for (const [path, valueHash] of changes) {
      if (valueHash === null) this.leaves.delete(hex(path));
      else this.leaves.set(hex(path), { path, valueHash });
    }
    for (const record of buckets) this.buckets.set(record.prefix, record);
    return root;
  }

  naiveRoot(): Uint8Array {
    return naiveRoot([...this.leaves.values()]);
  }
}

/** Paths that collide: the first bytes come from a few values, so that buckets fill and lone leaves cross borders. */
const crowdedPath = fc
  .tuple(fc.constantFrom(0, 1, 0x40, 0x7f, 0x80, 0xff), fc.constantFrom(0, 1, 0x80, 0xff), fc.constantFrom(0, 1, 0x10))
  .map(([a, b, last]) => {
    const path = new Uint8Array(32);
    path.set([a, b]);
    path[31] = last;
    return path;
  });
const valueHash = fc.integer({ min: 0, max: 5 }).map((value) => digest(`value ${value}`));
const change: fc.Arbitrary<StateTreeChange> = fc.tuple(crowdedPath, fc.option(valueHash, { nil: null, freq: 3 }));
const batches = fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 8 });
const prefixBits = fc.constantFrom(1, 2, 4, 8, 9, 16);

describe('StateTree', () => {
  it('says of every path whether a leaf is there, or that only its bucket knows', () => {
    fc.assert(
      fc.property(prefixBits, batches, crowdedPath, (bits, all, asked) => {
        const model = new Model(bits);
        for (const batch of all) model.update(batch);
        const isThere = model.leaves.has(hex(asked));
        expect([isThere, undefined]).toContain(model.tree.findPresence(asked));
        const fresh = model.open();
        expect([isThere, undefined]).toContain(fresh.findPresence(asked));
        fresh.prove(asked);
        if (model.buckets.size > 1) expect([isThere, undefined]).toContain(fresh.findPresence(asked));
        model.update([[asked, digest('v')]]);
        expect(model.tree.findPresence(asked)).toBe(true);
      }),
    );
  });

  it('gives an empty state 32 zero bytes for a root', () => {
    expect(new Model(16).tree.root).toEqual(new Uint8Array(32));
  });

  it('gives a state of one key that key’s leaf hash for a root', () => {
    const model = new Model(16);
    const root = model.update([[digest('key'), digest('value')]]);
    expect(hex(root)).toBe(hex(stateLeafHash(digest('key'), digest('value'), hash)));
  });

  it('gives, whatever the batches and their order, the root of the definition', () => {
    fc.assert(
      fc.property(prefixBits, batches, (bits, all) => {
        const model = new Model(bits);
        for (const batch of all) expect(hex(model.update(batch))).toBe(hex(model.naiveRoot()));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same root for one batch as for its changes one by one', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const [whole, single] = [new Model(4), new Model(4)];
        whole.update(changes);
        for (const one of changes) single.update([one]);
        expect(hex(whole.tree.root)).toBe(hex(single.tree.root));
      }),
    );
  });

  it('agrees with the definition on keys as they really are', () => {
    const model = new Model(16);
    for (let block = 0; block < 20; block++) {
      const changes = Array.from({ length: 50 }, (_, at): StateTreeChange => {
        const key = digest(`licence/${(block * 37 + at * 11) % 600}`);
        return [key, at % 7 === 6 ? null : digest(`${block} ${at}`)];
      });
      expect(hex(model.update(changes))).toBe(hex(model.naiveRoot()));
    }
  });

  it('returns to an earlier root when what came since is taken out', () => {
    fc.assert(
      fc.property(
        prefixBits,
        fc.array(change),
        fc.uniqueArray(crowdedPath, { selector: hex }),
        (bits, before, added) => {
          const model = new Model(bits);
          model.update(before);
          const root = model.tree.root;
          const fresh = added.filter((path) => !model.leaves.has(hex(path)));
          model.update(fresh.map((path) => [path, digest('new')]));
          if (fresh.length > 0) expect(hex(model.tree.root)).not.toBe(hex(root));
          model.update(fresh.map((path) => [path, null]));
          expect(hex(model.tree.root)).toBe(hex(root));
        },
      ),
    );
  });

  it('is empty again, in memory too, when everything is taken out', () => {
    const model = new Model(4);
    const paths = Array.from({ length: 500 }, (_, at) => digest(`${at}`));
    model.update(paths.map((path) => [path, digest('v')]));
    expect(model.tree.loadedBytes).toBeGreaterThan(0);
    model.update(paths.map((path) => [path, null]));
    expect(model.tree.root).toEqual(new Uint8Array(32));
    expect(model.tree.loadedBytes).toBe(0);
  });

  it('lets the last of several changes to one path count', () => {
    const model = new Model(16);
    model.update([
      [digest('a'), digest('1')],
      [digest('b'), digest('2')],
      [digest('a'), null],
    ]);
    expect(hex(model.tree.root)).toBe(hex(stateLeafHash(digest('b'), digest('2'), hash)));
  });

  it('does not mind the removal of what is not there', () => {
    fc.assert(
      fc.property(fc.array(change), crowdedPath, (changes, path) => {
        const model = new Model(2);
        model.update(changes.filter(([other]) => hex(other) !== hex(path)));
        const root = hex(model.tree.root);
        expect(hex(model.update([[path, null]]))).toBe(root);
      }),
    );
  });
});

describe('StateTree in parts', () => {
  it('is changed by no eviction and by no restart', () => {
    const step = fc.record({
      batch: fc.array(change, { maxLength: 10 }),
      after: fc.constantFrom('stay', 'evict', 'open'),
    });
    fc.assert(
      fc.property(prefixBits, fc.array(step, { maxLength: 8 }), crowdedPath, (bits, steps, asked) => {
        const [model, steady] = [new Model(bits), new Model(bits)];
        for (const { batch, after } of steps) {
          expect(hex(model.update(batch))).toBe(hex(steady.update(batch)));
          if (after === 'evict') model.tree.evict(0);
          if (after === 'open') model.tree = model.open();
          expect(hex(model.tree.root)).toBe(hex(steady.tree.root));
          expect(model.tree.prove(asked)).toEqual(steady.tree.prove(asked));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('forgets the buckets unused for longest and keeps to its limit', () => {
    const model = new Model(8);
    for (let at = 0; at < 256; at++) model.update([[new Uint8Array(32).fill(at), digest('v')]]);
    model.tree.prove(new Uint8Array(32).fill(0));
    const all = model.tree.loadedBytes;
    model.tree.evict(all / 2);
    expect(model.tree.loadedBytes).toBeLessThanOrEqual(all / 2);
    model.loads = 0;
    model.tree.prove(new Uint8Array(32).fill(0));
    model.tree.prove(new Uint8Array(32).fill(255));
    expect(model.loads).toBe(0);
    model.tree.prove(new Uint8Array(32).fill(1));
    expect(model.loads).toBe(1);
  });

  it('knows its root at the start without reading a leaf', () => {
    const model = new Model(16);
    model.update(Array.from({ length: 300 }, (_, at) => [digest(`${at}`), digest('v')]));
    model.loads = 0;
    expect(hex(model.open().root)).toBe(hex(model.tree.root));
    expect(model.loads).toBe(0);
  });

  it('reports as buckets to persist those that changed and no other', () => {
    const model = new Model(8);
    const at = (first: number) => new Uint8Array(32).fill(first);
    model.update([
      [at(1), digest('v')],
      [at(2), digest('v')],
    ]);
    const { buckets } = model.tree.update([
      [at(2), null],
      [at(9), digest('v')],
    ]);
    expect(buckets.map(({ prefix, population }) => [prefix, population])).toEqual([
      [2, 0],
      [9, 1],
    ]);
  });

  it('stops with state-tree-damaged when leaves do not give the hash on record', () => {
    const model = new Model(4);
    model.update(Array.from({ length: 100 }, (_, at) => [digest(`${at}`), digest('v')]));
    const [victim] = [...model.leaves.values()];
    model.leaves.set(hex(victim!.path), { path: victim!.path, valueHash: digest('forged') });
    const opened = model.open();
    expect(() => opened.prove(victim!.path)).toThrow(expect.objectContaining({ code: 'state-tree-damaged' }));
    model.leaves.delete(hex(victim!.path));
    expect(() => model.open().update([[victim!.path, null]])).toThrow(/state-tree-damaged/);
  });
});

describe('StateTree proofs', () => {
  const key = fc.integer({ min: 0, max: 60 }).map((at) => `licence/${at}`);
  const values = fc.dictionary(key, fc.constantFrom('"a"', '"b"'), { maxKeys: 30 });

  function treeOf(state: Record<string, string>, bits: number): StateTree {
    const model = new Model(bits);
    model.update(Object.entries(state).map(([name, value]) => [digest(name), digest(value)]));
    return model.tree;
  }

  it('prove what stands under a key, or that nothing does', () => {
    fc.assert(
      fc.property(prefixBits, values, key, (bits, state, asked) => {
        const tree = treeOf(state, bits);
        const [proof, value] = [tree.prove(digest(asked)), state[asked] ?? null];
        expect(verifyStateProof({ root: tree.root, key: asked, value, proof }, hash)).toBe(true);
        const lies = ['"a"', '"b"', null].filter((other) => other !== value);
        for (const lie of lies)
          expect(verifyStateProof({ root: tree.root, key: asked, value: lie, proof }, hash)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('fail once any part is changed', () => {
    fc.assert(
      fc.property(values, key, fc.nat(), fc.integer({ min: 1, max: 255 }), (state, asked, where, flip) => {
        const tree = treeOf(state, 16);
        const claim = { root: tree.root, key: asked, value: state[asked] ?? null };
        for (const proof of mutants(tree.prove(digest(asked)), where, flip)) {
          expect(verifyStateProof({ ...claim, proof }, hash)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fail under another state’s root', () => {
    fc.assert(
      fc.property(values, key, (state, asked) => {
        const tree = treeOf(state, 16);
        const other = treeOf({ ...state, 'licence/61': '"x"' }, 16);
        const claim = { key: asked, value: state[asked] ?? null, proof: tree.prove(digest(asked)) };
        expect(verifyStateProof({ ...claim, root: other.root }, hash)).toBe(false);
      }),
    );
  });

  it('show the lone leaf of another bucket where an absent key would stand', () => {
    const tree = treeOf({ 'licence/1': '"a"' }, 16);
    const proof = tree.prove(digest('licence/2'));
    expect(proof).toEqual({ depth: 0, siblings: [], other: { path: digest('licence/1'), valueHash: digest('"a"') } });
  });

  it('stay small: at 20,000 keys, 30 siblings at the most', () => {
    const state = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`case/${at}`, '"v"']));
    const tree = treeOf(state, 16);
    const depths = Array.from({ length: 500 }, (_, at) => tree.prove(digest(`case/${at}`)).depth);
    expect(Math.max(...depths)).toBeLessThanOrEqual(30);
    expect(depths.reduce((sum, depth) => sum + depth, 0) / depths.length).toBeLessThan(17);
  });
});

function mutants(proof: StateProof, where: number, flip: number): StateProof[] {
  const flipped = (bytes: Uint8Array) => bytes.map((byte, at) => (at === where % 32 ? byte ^ flip : byte));
  const found: StateProof[] = [
    { ...proof, depth: proof.depth + 1, siblings: [...proof.siblings, digest('x')] },
    { ...proof, depth: proof.depth + 1, siblings: [digest('x'), ...proof.siblings] },
    { ...proof, other: { path: digest('x'), valueHash: digest('y') } },
  ];
  if (proof.depth > 0) found.push({ ...proof, depth: proof.depth - 1, siblings: proof.siblings.slice(0, -1) });
  for (const [at, sibling] of proof.siblings.entries()) {
    const siblings = [...proof.siblings];
    siblings[at] = sibling === undefined ? digest('x') : flipped(sibling);
    found.push({ ...proof, siblings });
  }
  if (proof.other === undefined) return found;
  const { other, ...rest } = proof;
  found.push(rest, { ...proof, other: { ...other, path: flipped(other.path) } });
  found.push({ ...proof, other: { ...other, valueHash: flipped(other.valueHash) } });
  return found;
}
