import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Encode } from '../encoding/base64.ts';
import { signerFromSecret } from '../keys/signer.ts';
import { formatCheckpointBody, parseCheckpoint, parseCheckpointBody, signCheckpoint } from './checkpoint.ts';
import { cosign, cosignedMessage, findCosignatureTime } from './cosign.ts';
import { formatNote, parseSignatureLines } from './note.ts';

const examples = JSON.parse(
  readFileSync(new URL('../../../../vectors/signed-note/c2sp-examples.json', import.meta.url), 'utf8'),
) as { cosignedCheckpoint: string };
const code = (expected: string) => expect.objectContaining({ code: expected });
const root = new Uint8Array(32).fill(7);
const body = formatCheckpointBody({ origin: 'log.example', size: 5, root });
const log = { name: 'log.example', signer: signerFromSecret('Ed25519', new Uint8Array(32).fill(1)) };
const witness = { name: 'w.example', signer: signerFromSecret('Ed25519', new Uint8Array(32).fill(2)) };

describe('checkpoints', () => {
  it('the example of the specification is read', () => {
    const checkpoint = parseCheckpoint(examples.cosignedCheckpoint);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(base64Encode(checkpoint.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
    expect(checkpoint.note.signatures.map(({ name }) => name)).toEqual([
      'example.com/behind-the-sofa',
      'witness.example.com/w1',
    ]);
    expect(findCosignatureTime(checkpoint.note.signatures[1]!.bytes)).toBe(1_679_315_147);
  });

  it('a body is its three lines, for any size and root', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, hash) => {
        const text = formatCheckpointBody({ origin: 'log.example', size, root: hash });
        expect(text).toBe(`log.example\n${size}\n${base64Encode(hash)}\n`);
        expect(parseCheckpointBody(text)).toEqual({ origin: 'log.example', size, root: hash });
      }),
      { seed: 51 },
    );
  });

  it('extension lines are read and passed over', () => {
    expect(parseCheckpointBody(`${body}an extension\nanother\n`)).toEqual(parseCheckpointBody(body));
  });

  it.each([
    ['two lines', 'log.example\n5\n'],
    ['no newline at the end', body.slice(0, -1)],
    ['an empty origin', body.replace('log.example', '')],
    ['an empty extension line', `${body}\n`],
    ['an empty line between extensions', `${body}x\n\ny\n`],
    ['a leading zero', body.replace('\n5\n', '\n05\n')],
    ['a sign', body.replace('\n5\n', '\n+5\n')],
    ['a fraction', body.replace('\n5\n', '\n5.0\n')],
    ['an exponent', body.replace('\n5\n', '\n5e1\n')],
    ['a space', body.replace('\n5\n', '\n5 \n')],
    ['a size past 2^53', body.replace('\n5\n', '\n9007199254740993\n')],
    ['a size of 300 digits', body.replace('\n5\n', `\n${'9'.repeat(300)}\n`)],
    ['a root of 31 bytes', body.replace(/\n[^\n]*\n$/, `\n${base64Encode(new Uint8Array(31))}\n`)],
    ['a root of 33 bytes', body.replace(/\n[^\n]*\n$/, `\n${base64Encode(new Uint8Array(33))}\n`)],
    ['a root with spare bits', body.replace(/.=\n$/, 'd=\n')],
    ['a body of 5,000 characters', `${body}${'x'.repeat(5000)}\n`],
  ])('a body with %s is refused', (_, text) => {
    expect(() => parseCheckpointBody(text)).toThrow(code('checkpoint-malformed'));
  });

  it('what is no checkpoint is neither written nor signed nor cosigned', async () => {
    const good = { origin: 'log.example', size: 5, root };
    for (const wrong of [
      { ...good, origin: '' },
      { ...good, origin: 'a\nb' },
      { ...good, origin: '\ud800' },
      { ...good, size: -1 },
      { ...good, size: 1.5 },
      { ...good, size: 2 ** 53 },
      { ...good, root: root.subarray(1) },
    ]) {
      expect(() => formatCheckpointBody(wrong)).toThrow(code('checkpoint-malformed'));
    }
    await expect(signCheckpoint('hello\n', log)).rejects.toMatchObject({ code: 'checkpoint-malformed' });
    await expect(cosign('hello\n', { ...witness, timeSeconds: 1 })).rejects.toMatchObject({
      code: 'checkpoint-malformed',
    });
  });
});

describe('cosignatures', () => {
  it('sign two header lines and the whole body', () => {
    const text = new TextDecoder().decode(cosignedMessage(body, 1_679_315_147));
    expect(text).toBe(`cosignature/v1\ntime 1679315147\n${body}`);
  });

  it('carry their time before the signature, also past 2^32 seconds', async () => {
    for (const timeSeconds of [0, 1, 1_700_000_000, 2 ** 32 + 5, Number.MAX_SAFE_INTEGER]) {
      const [line] = parseSignatureLines(await cosign(body, { ...witness, timeSeconds }));
      expect(line?.bytes).toHaveLength(72);
      expect(findCosignatureTime(line!.bytes)).toBe(timeSeconds);
    }
  });

  it('have no time when they are too short, too long, or past what a number holds', () => {
    expect(findCosignatureTime(new Uint8Array(71))).toBeUndefined();
    expect(findCosignatureTime(new Uint8Array(73))).toBeUndefined();
    expect(findCosignatureTime(new Uint8Array(72).fill(255))).toBeUndefined();
    expect(findCosignatureTime(new Uint8Array(72).fill(32, 1, 2))).toBeUndefined();
  });

  it('are not made for a time that is none', async () => {
    for (const timeSeconds of [-1, 0.5, Number.NaN, 2 ** 53]) {
      await expect(cosign(body, { ...witness, timeSeconds })).rejects.toMatchObject({ code: 'checkpoint-malformed' });
    }
  });

  it('have the id of a witness key, and the log line that of a log key', async () => {
    const note = formatNote(body, [
      await signCheckpoint(body, log),
      await cosign(body, { ...witness, timeSeconds: 9 }),
      await cosign(body, { ...log, timeSeconds: 9 }),
    ]);
    const [own, other, ownAsWitness] = parseCheckpoint(note).note.signatures;
    expect(own?.bytes).toHaveLength(64);
    expect(other?.bytes).toHaveLength(72);
    expect(ownAsWitness?.keyId).not.toBe(own?.keyId);
  });
});
