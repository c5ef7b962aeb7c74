import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Encode } from '../encoding/base64.ts';
import { signerFromSecret } from '../keys/signer.ts';
import { formatVkey, parseVkey, vkeyOf } from './vkey.ts';

const go = JSON.parse(
  readFileSync(new URL('../../../../vectors/signed-note/go-cosigned-checkpoint.json', import.meta.url), 'utf8'),
) as { logVkey: string; witnessVkey: string };
const code = (expected: string) => expect.objectContaining({ code: expected });
const { publicKey } = signerFromSecret('Ed25519', new Uint8Array(32).fill(5));
const good = formatVkey(vkeyOf('log.example', 'log', publicKey));

describe('verifier keys', () => {
  it('those that Go made are read and written again', () => {
    expect(parseVkey(go.logVkey)).toMatchObject({ name: 'minglu.example/city', role: 'log' });
    expect(parseVkey(go.witnessVkey)).toMatchObject({ name: 'witness.example/go', role: 'witness' });
    expect(formatVkey(parseVkey(go.logVkey))).toBe(go.logVkey);
    expect(formatVkey(parseVkey(go.witnessVkey))).toBe(go.witnessVkey);
  });

  it('one key has another id under another name and in another role', () => {
    const ids = [
      vkeyOf('a.example', 'log', publicKey).keyId,
      vkeyOf('b.example', 'log', publicKey).keyId,
      vkeyOf('a.example', 'witness', publicKey).keyId,
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('text and key are each other, for any key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean(), (secret, log) => {
        const vkey = vkeyOf('名.example/x', log ? 'log' : 'witness', signerFromSecret('Ed25519', secret).publicKey);
        expect(parseVkey(formatVkey(vkey))).toEqual(vkey);
      }),
      { seed: 41, numRuns: 20 },
    );
  });

  it.each([
    ['nothing', '', 'vkey-malformed'],
    ['no plus sign', 'log.example', 'vkey-malformed'],
    ['one part missing', good.slice(0, good.indexOf('+', 12)), 'vkey-malformed'],
    ['an empty name', good.slice(good.indexOf('+')), 'vkey-malformed'],
    ['a space in the name', good.replace('log.', 'log '), 'vkey-malformed'],
    ['a short id', good.replace(/\+([0-9a-f]{7})[0-9a-f]\+/, '+$1+'), 'vkey-malformed'],
    ['no key', good.slice(0, good.indexOf('+', 12) + 1), 'vkey-malformed'],
    ['broken base64', `${good}=`, 'vkey-malformed'],
    ['a text far too long', `${'x'.repeat(600)}${good}`, 'vkey-malformed'],
    ['another name', good.replace('log.', 'lag.'), 'vkey-id'],
    ['an id in upper case', good.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase()), 'vkey-id'],
    ['another id', good.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'vkey-id'],
    ['an unknown type', `a+01020304+${base64Encode(new Uint8Array(33).fill(2))}`, 'vkey-algorithm'],
    ['a key of 31 bytes', `a+01020304+${base64Encode(new Uint8Array(32).fill(1))}`, 'vkey-algorithm'],
    ['a key of 33 bytes', `a+01020304+${base64Encode(new Uint8Array(34).fill(1))}`, 'vkey-algorithm'],
  ])('%s is refused', (_, text, expected) => {
    expect(() => parseVkey(text)).toThrow(code(expected));
  });

  it('a P-256 key is no verifier key, nor is one without a name', () => {
    const other = signerFromSecret('ES256', new Uint8Array(32).fill(5)).publicKey;
    expect(() => vkeyOf('a.example', 'log', other)).toThrow(code('vkey-algorithm'));
    expect(() => vkeyOf('', 'log', publicKey)).toThrow(code('note-name'));
  });
});
