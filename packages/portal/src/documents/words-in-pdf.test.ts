import { expect, test } from 'vitest';
import { parseDocumentWords } from './document-words.ts';
import { wordsInPdf } from './words-in-pdf.ts';

const words = {
  ...{ v: 0, type: 'minglu-document', title: '不予登记通知书', number: '第1号', organ: '局', addressee: '王秀英' },
  parts: [
    { kind: 'text', text: '决定不予登记。' },
    { kind: 'rows', rows: [{ label: '名称', value: '清风茶馆' }] },
    { kind: 'list', items: ['自知道之日起60日内'] },
  ],
  time: 1_780_000_000_000,
};

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function pdf(data: Uint8Array, filter = '/Filter /FlateDecode', marks = 1): Uint8Array {
  const head = `%PDF-1.7\n1 0 obj\n<<\n/Type /EmbeddedFile\n/Length ${data.length}\n${filter}\n>>\nstream\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(head.repeat(marks)), data, Buffer.from('\nendstream\nendobj')]));
}

test('the words that a department put into its file are read out of it, packed or plain', async () => {
  const text = JSON.stringify(words);
  const found = await wordsInPdf(pdf(await deflated(text)));
  expect(found).toMatchObject({ title: '不予登记通知书', addressee: '王秀英', attachment: undefined });
  expect(found?.parts).toEqual(words.parts);
  expect(await wordsInPdf(pdf(new TextEncoder().encode(text), ''))).toEqual(found);
});

test('a file with none, with two, with nonsense or with a bomb has none', async () => {
  const packed = await deflated(JSON.stringify(words));
  expect(await wordsInPdf(new TextEncoder().encode('%PDF-1.7'))).toBeUndefined();
  expect(await wordsInPdf(pdf(packed, '/Filter /FlateDecode', 2))).toBeUndefined();
  expect(await wordsInPdf(pdf(Uint8Array.of(1, 2, 3)))).toBeUndefined();
  expect(await wordsInPdf(pdf(await deflated('x'.repeat(1_000_000))))).toBeUndefined();
});

test('what is not of the form is not shown as words', () => {
  const broken: object[] = [
    { v: 1 },
    { title: 1 },
    { parts: [{ kind: 'html', text: '' }] },
    { time: 'x' },
    { parts: [null] },
  ];
  for (const change of broken) expect(parseDocumentWords(JSON.stringify({ ...words, ...change }))).toBeUndefined();
  expect(
    parseDocumentWords(JSON.stringify({ ...words, attachment: { title: '副本', rows: [{ label: 1 }] } })),
  ).toBeUndefined();
  expect(parseDocumentWords('not json')).toBeUndefined();
});
