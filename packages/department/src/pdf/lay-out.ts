import type PDFDocument from 'pdfkit';
import { chineseDate } from '../documents/chinese-date.ts';
import type { ContentPart, ContentRow, DocumentContent } from '../documents/document-content.ts';
import { drawQr } from './draw-qr.ts';
import { drawSeal } from './draw-seal.ts';

type Document = InstanceType<typeof PDFDocument>;

const LEFT = 72;
const WIDTH = 451;
const BOTTOM = 808;
const FOOT = 104;
const BODY = 12;
const INDENT = BODY * 2;
const LINE_GAP = 7;

export interface LayoutOptions {
  readonly content: DocumentContent;
  /** Across the seal. */
  readonly sealWords: string;
  /** What the font cannot show is written as its code point. */
  readable(text: string): string;
}

/** Sets one document on A4 in the order of official letters: organ, title, 文号, whom it is for, body, organ and day with the seal. */
export function layOut(document: Document, options: LayoutOptions): void {
  const { content, readable } = options;
  head(document, content);
  put(document, 'P', () =>
    document
      .font('bold')
      .fontSize(BODY + 1)
      .text(`${readable(content.addressee)}：`, LEFT),
  );
  document.moveDown(0.4);
  for (const part of content.parts) layPart(document, part, readable);
  signing(document, options);
  foot(document, content);
  if (content.attachment !== undefined) attach(document, options, content.attachment);
}

function head(document: Document, { organ, title, number }: DocumentContent): void {
  const centred = { width: WIDTH, align: 'center' } as const;
  put(document, 'P', () => document.font('bold').fontSize(15).fillColor('#b1121f').text(organ, LEFT, 68, centred));
  document
    .moveTo(LEFT, 98)
    .lineTo(LEFT + WIDTH, 98)
    .lineWidth(1.4)
    .strokeColor('#b1121f')
    .stroke();
  put(document, 'H1', () => document.fillColor('#111111').fontSize(21).text(title, LEFT, 122, centred));
  put(document, 'P', () =>
    document
      .font('regular')
      .fontSize(11)
      .text(number, LEFT, document.y + 4, centred),
  );
  document.moveDown(1.4);
}

function layPart(document: Document, part: ContentPart, readable: (text: string) => string): void {
  document.font('regular').fontSize(BODY).fillColor('#111111');
  const set = { width: WIDTH, lineGap: LINE_GAP, paragraphGap: 6 };
  if (part.kind === 'text') {
    // Words of people come with lines of their own.
    for (const line of part.text.split('\n').filter((one) => one.trim() !== ''))
      put(document, 'P', () => document.text(readable(line), LEFT, room(document, 40), { ...set, indent: INDENT }));
  } else if (part.kind === 'heading') {
    put(document, 'H2', () => document.font('bold').text(part.text, LEFT, room(document, 70), set));
  } else if (part.kind === 'list') {
    for (const [at, item] of part.items.entries())
      put(document, 'P', () =>
        document.text(`${at + 1}．${readable(item)}`, LEFT + INDENT, room(document, 40), {
          ...set,
          width: WIDTH - INDENT,
        }),
      );
  } else layRows(document, part.rows, readable);
}

function layRows(document: Document, rows: readonly ContentRow[], readable: (text: string) => string): void {
  for (const { label, value } of rows)
    put(document, 'P', () => {
      const y = room(document, 40);
      document.font('bold').fontSize(BODY).text(label, LEFT, y, { width: 118, lineGap: LINE_GAP });
      document
        .font('regular')
        .text(readable(value), LEFT + 126, y, { width: WIDTH - 126, lineGap: LINE_GAP, paragraphGap: 6 });
    });
}

/** Where the next line goes: on a new page where less than `height` is left above the foot. */
function room(document: Document, height: number): number {
  if (document.y + height > BOTTOM - FOOT) document.addPage();
  return document.y;
}

function signing(document: Document, { content, sealWords }: LayoutOptions): void {
  const y = room(document, 120) + 36;
  const right = { width: 230, align: 'center', lineBreak: true } as const;
  decorate(document, () =>
    drawSeal(document, { x: LEFT + WIDTH - 115, y: y + 20, radius: 50, organ: content.organ, words: sealWords }),
  );
  put(document, 'P', () => {
    document
      .font('regular')
      .fontSize(BODY)
      .fillColor('#111111')
      .text(content.organ, LEFT + WIDTH - 230, y, right);
    document.text(chineseDate(content.time), LEFT + WIDTH - 230, document.y + 6, right);
  });
}

/** QR code, case and entry: how whoever holds the paper finds what it rests on. */
function foot(document: Document, { link, caseId, entry, number }: DocumentContent): void {
  decorate(document, () => {
    drawQr(document, link, { x: LEFT - 6, y: BOTTOM - FOOT + 14, side: 84 });
  });
  put(document, 'P', () => {
    document.font('regular').fontSize(8.5).fillColor('#444444');
    const lines = [
      `文号 ${number}　案件号 ${caseId}`,
      `账本条目 ${entry}（凭此条目的回执可以独立核验本文书所依据的记录）`,
      `核验 ${link}`,
      '本文件带有电子签名（PAdES），改动任何字节即告无效。演示样章，无法律效力。',
    ];
    document.text(lines.join('\n'), LEFT + 88, BOTTOM - FOOT + 26, { width: WIDTH - 88, height: 70, lineGap: 3 });
  });
}

function attach(
  document: Document,
  options: LayoutOptions,
  { title, rows }: NonNullable<DocumentContent['attachment']>,
): void {
  const { content, sealWords, readable } = options;
  document.addPage();
  decorate(document, () => {
    document.lineWidth(3).strokeColor('#a98b3f').rect(48, 48, 499, 640).stroke();
    document.lineWidth(0.8).rect(54, 54, 487, 628).stroke();
    document
      .save()
      .rotate(-32, { origin: [297, 400] })
      .fillColor('#c8102e', 0.1)
      .font('bold')
      .fontSize(120);
    document
      .text(sealWords, 97, 320, { width: 400, align: 'center', lineBreak: false })
      .restore()
      .fillColor('#111111', 1);
  });
  put(document, 'H1', () =>
    document.font('bold').fontSize(26).fillColor('#111111').text(title, LEFT, 92, { width: WIDTH, align: 'center' }),
  );
  document.y = 160;
  layRows(document, rows, readable);
  decorate(document, () =>
    drawSeal(document, { x: LEFT + WIDTH - 80, y: 610, radius: 50, organ: content.organ, words: sealWords }),
  );
  foot(document, content);
}

/** Every piece of text stands under a structure element, so that it is read out in order. */
function put(document: Document, kind: string, draw: () => void): void {
  document.addStructure(document.struct(kind, {}, draw));
}

/** What is only seen: nothing to read out. */
function decorate(document: Document, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
}
