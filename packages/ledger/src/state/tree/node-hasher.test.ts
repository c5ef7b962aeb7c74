import { sha256 } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { nodeHasherOf } from './node-hasher.ts';

describe('nodeHasherOf', () => {
  it('puts the hash of its input where it was told and touches nothing else', () => {
    const input = new Uint8Array(65).fill(5);
    const output = new Uint8Array(100).fill(9);
    nodeHasherOf(sha256)(input, output, 40);
    expect([...output.subarray(40, 72)]).toEqual([...sha256(input)]);
    expect(output.subarray(0, 40).every((byte) => byte === 9)).toBe(true);
    expect(output.subarray(72).every((byte) => byte === 9)).toBe(true);
    expect(input.every((byte) => byte === 5)).toBe(true);
  });
});
