import { type HashFunction, parseStateProof, sha256, utf8Encode, verifyStateProof } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { nodeHasherOf } from './node-hasher.ts';
import { StateTree } from './state-tree.ts';

/**
 * State of `licence/0` … `licence/<n - 1>` with values `{"n":0}` …, as a second program computed it from the definition
 * alone. These bytes are the format: whoever changes them changes what old proofs say.
 */
const roots: readonly (readonly [keys: number, root: string])[] = [
  [0, '0000000000000000000000000000000000000000000000000000000000000000'],
  [1, 'd4b40be4e9710faf1a53a56af1402006fada07ab251e3698690cc3509843161e'],
  [2, '049cb033a33bac8c98b9877eaccb7f42d28ad8846c0258970c1283beba9e15de'],
  [3, '588cc43e75d2df4c7079b7baecbda38c2cefedce55b62130768e2d1f64a3e60e'],
  [10, 'ab02cf23cb963c02a3e7dec130ad0c92147860173bf253ebb21876478cb4d5eb'],
  [1000, 'dbc00bd70516d45d813e8ca51f59bafd69a138f30ddd92a2ec4a6ef1d036e7a9'],
];

/** Of the state with ten keys. */
const proofs: readonly { readonly key: string; readonly value: string | null; readonly proof: string }[] = [
  {
    key: 'licence/3',
    value: '{"n":3}',
    proof:
      '{"depth":6,"siblings":["njybcA-bspzCN5_RehFSTuikrfVx47AGA5yhlEiBlDM","iPO3Edr7Pqo4HWhKqfGHOAYwuTBUQo7bbF8mGarE38w","KtrMb-9Hm3eNCSwyiTN_HFNjeXvvAdBhiIGtPVgTJ60","","yQBMnmkIisHQ3W77zP75ZDjrqY8PBGZOp7Db0hkQG8Q","5e-H_AbhGHv57bv1o9NJ0m92JS0G_f7mV3mJTIu3WbE"]}',
  },
  {
    key: 'licence/absent',
    value: null,
    proof:
      '{"depth":5,"siblings":["njybcA-bspzCN5_RehFSTuikrfVx47AGA5yhlEiBlDM","J-Q5rcVetF4-nceppQN6XJMsw2IlEyWQUhdpvb4SaLI","","","CLXGmRidqgf9dZ9McO2ScZpsFoZXfQPIxPnoxmUxo9w"],"other":{"path":"2uzZzOtb7Bu4HrCxmKPDbVoCmU64xPwMKNKKPOr0WG0","valueHash":"bK-JnWfPbWBoDYZFzAmDf41IxNhboPik8RJCj9A8NY0"}}',
  },
  {
    key: 'licence/10',
    value: null,
    proof:
      '{"depth":4,"siblings":["njybcA-bspzCN5_RehFSTuikrfVx47AGA5yhlEiBlDM","J-Q5rcVetF4-nceppQN6XJMsw2IlEyWQUhdpvb4SaLI","","57F1WaKUa4Pxl45fhLIPA13TV5-jbAlxd5Eu3hnN7rI"]}',
  },
];

const digest = (text: string): Uint8Array => sha256(utf8Encode(text));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function treeOf(keys: number, hash: HashFunction = sha256): StateTree {
  const tree = new StateTree({ hasher: nodeHasherOf(hash), loadBucket: () => [] });
  tree.update(Array.from({ length: keys }, (_, at) => [digest(`licence/${at}`), digest(`{"n":${at}}`)] as const));
  return tree;
}

describe('the state tree’s format', () => {
  it.each(roots)('gives the root on record for %i keys', (keys, root) => {
    expect(hex(treeOf(keys).root)).toBe(root);
  });

  it.each(proofs)('gives the proof on record for $key', ({ key, value, proof }) => {
    const tree = treeOf(10);
    const recorded = parseStateProof(JSON.parse(proof));
    expect(tree.prove(digest(key))).toEqual(recorded);
    expect(verifyStateProof({ root: tree.root, key, value, proof: recorded })).toBe(true);
  });

  it('is another one with another hash function', () => {
    const other = treeOf(10, (bytes) => sha256(sha256(bytes)));
    expect(hex(other.root)).not.toBe(roots[4]?.[1]);
  });
});
