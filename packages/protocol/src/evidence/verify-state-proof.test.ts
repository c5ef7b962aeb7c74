import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../encoding/sha256.ts';
import { emptyState, stateBit, stateLeafHash, stateNodeHash, statePath, stateValueHash } from './state-hash.ts';
import type { StateProof } from './state-proof.ts';
import { referenceProof, referenceRoot } from './testing/reference-state.ts';
import { verifyStateProof } from './verify-state-proof.ts';

const states = fc
  .dictionary(fc.stringMatching(/^k[0-9]{1,2}$/), fc.stringMatching(/^[0-9]{1,3}$/), {
    maxKeys: 40,
    noNullPrototype: true,
  })
  .map((values) => new Map(Object.entries(values)));

const claimOf = (state: Map<string, string>, key: string) => ({
  root: referenceRoot(state),
  key,
  value: state.get(key) ?? null,
  proof: referenceProof(state, key),
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

const some = new Map(Array.from({ length: 30 }, (_, at) => [`k${at}`, `${at}`]));

describe('the state tree', () => {
  it('has zeros for nothing, the leaf for one, and a node for two', () => {
    expect(referenceRoot(new Map())).toEqual(new Uint8Array(32));
    const one = stateLeafHash(statePath('a'), stateValueHash('1'));
    expect(referenceRoot(new Map([['a', '1']]))).toEqual(one);
    const two = stateLeafHash(statePath('b'), stateValueHash('2'));
    expect([stateBit(statePath('a'), 0), stateBit(statePath('b'), 0)]).toEqual([1, 0]);
    const both = new Map([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(referenceRoot(both)).toEqual(stateNodeHash(two, one));
  });

  it('reads the bits of a path from the most significant', () => {
    const path = Uint8Array.of(0b1000_0001, 0b0100_0000);
    expect([0, 1, 7, 8, 9].map((depth) => stateBit(path, depth))).toEqual([1, 0, 1, 0, 1]);
  });
});

describe('verifying a state proof', () => {
  it('takes every present and every absent key of any state', () => {
    fc.assert(
      fc.property(states, fc.stringMatching(/^k[0-9]{1,3}$/), (state, stranger) => {
        for (const key of [...state.keys(), stranger]) expect(verifyStateProof(claimOf(state, key))).toBe(true);
      }),
      { seed: 101, numRuns: 30 },
    );
  });

  it('refuses another value, another key, and absence of what is there', () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const key of [...state.keys()].slice(0, 5)) {
          const claim = claimOf(state, key);
          expect(verifyStateProof({ ...claim, value: `${claim.value}0` })).toBe(false);
          expect(verifyStateProof({ ...claim, key: `${key}x` })).toBe(false);
          expect(verifyStateProof({ ...claim, value: null })).toBe(false);
          const path = statePath(key);
          const other = { path, valueHash: stateValueHash(claim.value ?? '') };
          expect(verifyStateProof({ ...claim, value: null, proof: { ...claim.proof, other } })).toBe(false);
        }
      }),
      { seed: 102, numRuns: 30 },
    );
  });

  it('refuses presence of what is absent, whatever stands there', () => {
    for (const key of ['x0', 'x1', 'x2', 'x3', 'x4', 'x5']) {
      const claim = claimOf(some, key);
      expect(claim.value).toBeNull();
      expect(verifyStateProof({ ...claim, value: '1' })).toBe(false);
      const { depth, siblings } = claim.proof;
      expect(verifyStateProof({ ...claim, value: '1', proof: { depth, siblings } })).toBe(false);
    }
  });

  it('refuses every flipped bit of root, siblings and the other leaf', () => {
    const keys = ['k1', 'k2', 'x0', 'x1', 'x2'];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.nat(255), fc.nat(), (key, bit, at) => {
        const claim = claimOf(some, key);
        expect(verifyStateProof({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        const hit = at % claim.proof.depth;
        const siblings = claim.proof.siblings.map((hash, each) => {
          return each === hit ? flipped(hash ?? emptyState(), bit) : hash;
        });
        expect(verifyStateProof({ ...claim, proof: { ...claim.proof, siblings } })).toBe(false);
        const { other } = claim.proof;
        if (other === undefined) return;
        const withOther = (changed: object): StateProof => ({ ...claim.proof, other: { ...other, ...changed } });
        expect(verifyStateProof({ ...claim, proof: withOther({ path: flipped(other.path, bit) }) })).toBe(false);
        const valueHash = flipped(other.valueHash, bit);
        expect(verifyStateProof({ ...claim, proof: withOther({ valueHash }) })).toBe(false);
      }),
      { seed: 103, numRuns: 200 },
    );
  });

  it('refuses a proof cut short, drawn out, or with its siblings turned round', () => {
    const claim = claimOf(some, 'k3');
    const { depth, siblings } = claim.proof;
    const cut = { depth: depth - 1, siblings: siblings.slice(0, -1) };
    const long = { depth: depth + 1, siblings: [...siblings, sha256(Uint8Array.of(1))] };
    const early = { depth: depth - 1, siblings: siblings.slice(1) };
    const turned = { depth, siblings: siblings.toReversed() };
    const wrongDepth = { depth: depth - 1, siblings };
    const more = { depth, siblings: [...siblings, sha256(Uint8Array.of(1))] };
    for (const proof of [cut, long, early, turned, wrongDepth, more]) {
      expect(verifyStateProof({ ...claim, proof })).toBe(false);
    }
  });

  it('refuses a leaf that stands lower than it can, even under a root made to fit', () => {
    const leaf = stateLeafHash(statePath('a'), stateValueHash('1'));
    const root =
      stateBit(statePath('a'), 0) === 1 ? stateNodeHash(emptyState(), leaf) : stateNodeHash(leaf, emptyState());
    const proof = { depth: 1, siblings: [undefined] };
    expect(verifyStateProof({ root, key: 'a', value: '1', proof })).toBe(false);
    const empty = stateNodeHash(emptyState(), emptyState());
    expect(verifyStateProof({ root: empty, key: 'a', value: null, proof })).toBe(false);
  });

  it('refuses an other leaf that does not share the way, or that is the key itself', () => {
    const state = new Map([
      ['a', '1'],
      ['b', '2'],
    ]);
    const claim = { root: referenceRoot(state), key: 'a', value: null };
    const siblings = [stateLeafHash(statePath('b'), stateValueHash('2'))];
    const self = { path: statePath('a'), valueHash: stateValueHash('1') };
    expect(verifyStateProof({ ...claim, proof: { depth: 1, siblings, other: self } })).toBe(false);
    // Both leaves are real, but the other one stands on the other side.
    const away = { path: statePath('b'), valueHash: stateValueHash('2') };
    const mirrored = [stateLeafHash(statePath('a'), stateValueHash('1'))];
    expect(verifyStateProof({ ...claim, proof: { depth: 1, siblings: mirrored, other: away } })).toBe(false);
  });

  it('knows the empty state and the state of one key', () => {
    const nothing = { depth: 0, siblings: [] };
    expect(verifyStateProof({ root: emptyState(), key: 'a', value: null, proof: nothing })).toBe(true);
    expect(verifyStateProof({ root: emptyState(), key: 'a', value: '', proof: nothing })).toBe(false);
    expect(verifyStateProof(claimOf(new Map([['a', '1']]), 'a'))).toBe(true);
    expect(verifyStateProof(claimOf(new Map([['a', '1']]), 'b'))).toBe(true);
  });

  it('refuses depths and hashes that are none', () => {
    const claim = claimOf(some, 'k3');
    for (const depth of [-1, 0.5, 257, Number.NaN]) {
      expect(verifyStateProof({ ...claim, proof: { ...claim.proof, depth } })).toBe(false);
    }
    const siblings = Array.from({ length: 257 }, () => sha256(Uint8Array.of(1)));
    expect(verifyStateProof({ ...claim, proof: { depth: 257, siblings } })).toBe(false);
    const short = claim.proof.siblings.map((hash) => hash?.subarray(1));
    expect(verifyStateProof({ ...claim, proof: { ...claim.proof, siblings: short } })).toBe(false);
    expect(verifyStateProof({ ...claim, root: claim.root.subarray(1) })).toBe(false);
  });

  it('stays under 1.5 KB at a million keys', () => {
    const siblings = Array.from({ length: 20 }, (_, at) => sha256(Uint8Array.of(at)));
    expect(JSON.stringify({ depth: 20, siblings: siblings.map(() => 'x'.repeat(43)) }).length).toBeLessThan(1500);
  });
});
