import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Decode, base64Encode } from '../encoding/base64.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { checkSignaturePure } from '../keys/check-signature.ts';
import { signerFromSecret } from '../keys/signer.ts';
import {
  addSignatureLine,
  formatNote,
  formatSignatureLine,
  MAX_NOTE_LENGTH,
  MAX_SIGNATURE_LINES,
  parseNote,
  parseSignatureLines,
} from './note.ts';
import { signatureLine, signNote } from './sign-note.ts';
import { parseVkey } from './vkey.ts';

type Texts = Record<string, string>;
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/signed-note/${name}.json`, import.meta.url), 'utf8')) as Texts;
const code = (expected: string) => expect.objectContaining({ code: expected });

const go = read('go-sumdb-note');
const examples = read('c2sp-examples');
const line = formatSignatureLine({ name: 'a.example', keyId: '01020304', bytes: new Uint8Array(64) });

describe('signed notes', () => {
  it("the note of Go's sumdb/note is read, and its signature verifies under its vkey", () => {
    const note = parseNote(go.note as string);
    const vkey = parseVkey(go.vkey as string);
    expect(note.signatures).toHaveLength(1);
    expect(note.signatures[0]).toMatchObject({ name: vkey.name, keyId: vkey.keyId });
    expect(checkSignaturePure(vkey.key, utf8Encode(note.text), note.signatures[0]!.bytes)).toBe(true);
    expect(checkSignaturePure(vkey.key, utf8Encode(`${note.text}\n`), note.signatures[0]!.bytes)).toBe(false);
  });

  it('the same key signs the same text to the same bytes', async () => {
    const typed = base64Decode((go.secretKey as string).split('+').slice(4).join('+'));
    const signer = signerFromSecret('Ed25519', typed.subarray(1));
    const { text } = parseNote(go.note as string);
    expect(await signNote(text, { name: 'PeterNeumann', signer })).toBe(go.note);
  });

  it('a text with an empty line in it is split at the last one', () => {
    const { text, signatures } = parseNote(examples.note as string);
    expect(text.endsWith('ed è subito sera.\n')).toBe(true);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]?.name).toBe('quasimodo.example/salvatore');
  });

  it('parts make the note again, for any names and bytes', () => {
    const names = fc.stringMatching(/^[a-z0-9./\u4e00-\u4e20-]{1,30}$/u);
    const signatures = fc.array(fc.tuple(names, fc.uint8Array({ minLength: 1, maxLength: 90 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(signatures, (parts) => {
        const made = parts.map(([name, bytes]) => ({ name, keyId: '00ff10ab', bytes }));
        const note = formatNote('text\n\nmore\n', made.map(formatSignatureLine));
        expect(parseNote(note)).toEqual({ text: 'text\n\nmore\n', signatures: made });
      }),
      { seed: 31 },
    );
  });

  it.each([
    ['no empty line', `text\n${line}`],
    ['no signature', 'text\n\n'],
    ['nothing at all', ''],
    ['a last line without its newline', `text\n\n${line.slice(0, -1)}`],
    ['a hyphen for the dash', `text\n\n${line.replace('—', '-')}`],
    ['no space after the dash', `text\n\n${line.replace('— ', '—')}`],
    ['an empty name', `text\n\n— ${line.split(' ')[2]}`],
    ['a name alone', 'text\n\n— a.example\n'],
    ['a plus in a name', `text\n\n${line.replace('a.example', 'a+example')}`],
    ['a wide space in a name', `text\n\n${line.replace('a.example', 'a\u3000example')}`],
    ['two spaces', `text\n\n${line.replace('example ', 'example  ')}`],
    ['a space at the end', `text\n\n${line.replace('\n', ' \n')}`],
    ['a foreign base64 character', `text\n\n${line.replace('AQID', 'AQI-')}`],
    ['unpadded base64', `text\n\n${line.replace('=\n', '\n')}`],
    ['four bytes, a key id and nothing signed', `text\n\n— a.example ${base64Encode(new Uint8Array(4))}\n`],
    ['a carriage return', `te\rxt\n\n${line}`],
    ['a tab', `te\txt\n\n${line}`],
    ['a zero character', `te\0xt\n\n${line}`],
    ['half a surrogate pair', `te\ud800xt\n\n${line}`],
  ])('a note with %s is refused', (_, note) => {
    expect(() => parseNote(note)).toThrow(code('note-malformed'));
  });

  it('spare bits in base64, which Go lets pass, are refused: one signature has one text', () => {
    const loose = `text\n\n— a.example ${base64Encode(new Uint8Array(68)).replace('A=', 'B=')}\n`;
    expect(() => parseNote(loose)).toThrow(code('note-malformed'));
  });

  it('a hundred signature lines are read and one more is refused', () => {
    expect(parseNote(`text\n\n${line.repeat(MAX_SIGNATURE_LINES)}`).signatures).toHaveLength(MAX_SIGNATURE_LINES);
    const more = `text\n\n${line.repeat(MAX_SIGNATURE_LINES + 1)}`;
    expect(() => parseNote(more)).toThrow(code('note-malformed'));
  });

  it('a note over the limit is refused before it is looked at', () => {
    expect(() => parseNote('\0'.repeat(MAX_NOTE_LENGTH + 1))).toThrow(code('note-too-long'));
  });

  it('a line is added at the end, and only a line', async () => {
    const signer = signerFromSecret('Ed25519', new Uint8Array(32).fill(1));
    const note = await signNote('text\n', { name: 'a.example', signer });
    const second = await signatureLine('text\n', { name: 'b.example', signer });
    expect(parseNote(addSignatureLine(note, second)).signatures.map(({ name }) => name)).toEqual([
      'a.example',
      'b.example',
    ]);
    for (const wrong of ['', 'x\n', '\n', `${second}\n`, second.slice(0, -1), `\n${second}`]) {
      expect(() => addSignatureLine(note, wrong)).toThrow(code('note-malformed'));
    }
    expect(() => addSignatureLine('not a note\n', second)).toThrow(code('note-malformed'));
  });

  it('a text that does not end in a newline, or that swallows its signatures, makes no note', () => {
    expect(() => formatNote('text', [line])).toThrow(code('note-malformed'));
    expect(() => formatNote('text\n', [])).toThrow(code('note-malformed'));
    expect(() => formatNote('text\n', [`\n${line}`])).toThrow(code('note-malformed'));
  });

  it('a name that cannot stand in a line is refused where it is written', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'x'.repeat(257)]) {
      expect(() => formatSignatureLine({ name, keyId: '01020304', bytes: new Uint8Array(64) })).toThrow(
        code('note-name'),
      );
    }
  });

  it("a witness's answer of several lines is read", () => {
    const names = parseSignatureLines(examples.cosignatures as string).map(({ name }) => name);
    expect(names).toEqual(['witness.example/w1', 'witness.example/w1', 'witness.example/w2']);
    expect(() => parseSignatureLines('')).toThrow(code('note-malformed'));
  });

  it('any text gives a note or one of two codes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          parseNote(`${text}\n\n${line}`);
        } catch (error) {
          expect(error).toMatchObject({ code: 'note-malformed' });
        }
      }),
      { seed: 32 },
    );
  });
});
