import { publicJwk, signerFromSecret } from '@minglu/protocol';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { DocumentContent } from '../documents/document-content.ts';
import type { DocumentForm } from '../documents/document-form.ts';
import { makeSealCertificate } from '../seal/seal-certificate.ts';
import { sealPdf } from '../seal/seal-pdf.ts';
import { checkSealedPdf } from '../testing/check-sealed-pdf.ts';
import { secretOf } from '../testing/paper-log.ts';
import { readPdfText } from '../testing/read-pdf-text.ts';
import { pdfForm } from './pdf-form.ts';

const ORGAN = '东湖区市场监督管理局（演示）';
const signer = signerFromSecret('ES256', secretOf('document'));
const key = { signer, publicJwk: publicJwk(signer.publicKey) };
let certificate: Uint8Array;
let form: DocumentForm;
let made: Uint8Array;

const content: DocumentContent = {
  title: '不予登记通知书',
  number: '东湖区市监（演示）登字〔2026〕第12号',
  organ: ORGAN,
  addressee: '王秀英',
  time: Date.UTC(2026, 5, 3, 8),
  link: 'http://127.0.0.1:7460/cases/AAAAAAAAAAAAAAAAAAAAAA',
  caseId: 'AAAAAAAAAAAAAAAAAAAAAA',
  entry: 1234,
  parts: [
    { kind: 'text', text: '依照《市场主体登记管理条例》第二十条，决定不予登记。\n另起一行。' },
    { kind: 'heading', text: '救济途径' },
    { kind: 'list', items: ['自知道本决定之日起60日内申请行政复议。'] },
  ],
};

beforeAll(async () => {
  certificate = await makeSealCertificate({
    ...{ key, organ: ORGAN, words: '文书专用章（样章）', fromMs: Date.UTC(2026, 5, 1) },
    serial: secretOf('serial').slice(0, 16),
  });
  form = pdfForm({ key, certificate, sealWords: '样章' });
  made = await form.make(content);
});

test('the seal covers every byte of the file but the signature itself, and verifies under a certificate that says 样章', () => {
  const { subject, ...found } = checkSealedPdf(made);
  expect(found).toEqual({ isWhole: true, isDigestRight: true, isSignatureRight: true, isCertificateNamed: true });
  expect(subject).toContain('样章');
});

test('the same content gives the same bytes, another second other ones', async () => {
  expect(Buffer.from(await form.make(content)).equals(made)).toBe(true);
  expect(Buffer.from(await form.make({ ...content, time: content.time + 1_000 })).equals(made)).toBe(false);
});

test('any byte flipped outside the signature breaks the seal', () => {
  const text = Buffer.from(made).toString('latin1');
  const hole = [text.indexOf('/Contents <'), text.indexOf('>', text.indexOf('/Contents <'))] as const;
  fc.assert(
    fc.property(fc.nat(made.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      fc.pre(at < hole[0] || at > hole[1]);
      const touched = Uint8Array.from(made);
      touched[at] = (touched[at] ?? 0) ^ by;
      expect(isGood(touched)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

function isGood(bytes: Uint8Array): boolean {
  try {
    const { isWhole, isDigestRight, isSignatureRight } = checkSealedPdf(bytes);
    return isWhole && isDigestRight && isSignatureRight;
  } catch {
    return false;
  }
}

test('every word can be read out of the file again, and the file says its language and title', () => {
  const text = readPdfText(made);
  for (const words of [
    ORGAN,
    content.title,
    content.number,
    '王秀英：',
    '第二十条，决定不予登记。',
    '另起一行。',
    '1．自知道',
    '账本条目 1234',
  ])
    expect(text).toContain(words);
  const raw = Buffer.from(made).toString('latin1');
  expect(raw).toContain('/Lang (zh-CN)');
  expect(raw).toContain('/Marked true');
  expect(raw).toContain('/DisplayDocTitle true');
});

test('a character that the font lacks stands as its code point, never as nothing', async () => {
  expect(readPdfText(await form.make({ ...content, addressee: '王䶮' }))).toContain('王〔U+4DAE〕');
});

test('whatever was typed is words of the document: nothing of it becomes an act of the file or another line of what it says of itself', async () => {
  const nasty = String.raw`a) /OpenAction << /S /JavaScript /JS (sing\(1\)) >> (`;
  const typed = {
    title: nasty,
    number: `${nasty}\r\n1 0 obj`,
    organ: `${nasty}\nendobj`,
    addressee: `<b>${nasty}\u202e`,
  };
  const file = await form.make({ ...content, ...typed, parts: [{ kind: 'list', items: [nasty] }] });
  expect(isGood(file)).toBe(true);
  const raw = Buffer.from(file).toString('latin1');
  const metadata = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(raw)?.[0] ?? '';
  expect(metadata).toContain('OpenAction');
  expect(metadata).not.toMatch(/<<|<b>|\nendobj|\n1 0 obj/);
  // A parenthesis that ends a string of PDF is one without a backslash.
  expect(raw.replace(metadata, '')).not.toMatch(/(?<!\\)\) ?\/OpenAction/);
  expect(raw.match(/\/Type \/Catalog/g)).toHaveLength(1);
  expect(readPdfText(file)).toContain('/OpenAction');
});

test('a file without a place for the seal is not sealed', async () => {
  await expect(sealPdf(Buffer.from('%PDF-1.7'), { certificate, key })).rejects.toThrow('seal-place-missing');
});
