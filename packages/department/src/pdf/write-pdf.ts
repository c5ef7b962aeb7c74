import { formatStrictJson, type JsonObject } from '@minglu/protocol';
import PDFDocument from 'pdfkit';
import type { DocumentContent } from '../documents/document-content.ts';
import { documentFonts } from './fonts.ts';
import { layOut } from './lay-out.ts';
import { addSignaturePlace } from './signature-place.ts';

interface Glyphs {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** The document with a place for its seal; the same content gives the same bytes. */
export async function writePdf(content: DocumentContent, sealWords: string): Promise<Uint8Array> {
  const { regular, bold } = await documentFonts();
  const { title, number, organ, time } = content;
  const day = new Date(time);
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 68, bottom: 40, left: 72, right: 72 },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'zh-CN',
    info: {
      Title: inMetadata(`${title} ${number}`),
      Author: inMetadata(organ),
      CreationDate: day,
      ModDate: day,
      Producer: 'Minglu',
      Creator: 'Minglu',
    },
  });
  const whole = collect(document);
  document.registerFont('regular', regular as unknown as string);
  document.registerFont('bold', bold as unknown as string);
  document.font('regular');
  const { font } = (document as unknown as Glyphs)._font;
  // A rare character of a name is never dropped silently: it stands as its code point.
  const readable = (text: string) =>
    [...text].map((one) => (font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0) ? one : codePointOf(one))).join('');
  attachWords(document, content);
  layOut(document, { content, sealWords, readable });
  addSignaturePlace(document, organ, time);
  document.end();
  return await whole;
}

/**
 * The document's words as data, inside the sealed file: a page that shows them on a phone shows what was sealed, and not
 * what somebody says was in it.
 */
function attachWords(document: InstanceType<typeof PDFDocument>, content: DocumentContent): void {
  const words = formatStrictJson({ v: 0, type: 'minglu-document', ...(content as unknown as JsonObject) });
  const day = new Date(content.time);
  document.file(Buffer.from(words), {
    ...{ name: 'document.json', type: 'application/json', description: '文书内容', relationship: 'Data' },
    ...{ creationDate: day, modifiedDate: day },
  });
}

/**
 * The file's metadata stand in it as XML too, and the library writes them as they come: what would be a tag there, or a line of its
 * own, is not.
 */
function inMetadata(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('&', '＆');
}

function codePointOf(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
}

function collect(document: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.once('end', () => resolve(Buffer.concat(chunks)));
    document.once('error', reject);
  });
}
