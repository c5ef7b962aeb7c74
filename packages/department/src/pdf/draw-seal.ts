import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

const RED = '#c8102e';

export interface SealMark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly organ: string;
  /** Across the middle, as 样章. */
  readonly words: string;
}

/**
 * The mark of the seal: the organ's name along the upper arc, and in the middle what the seal is. It has no star and says
 * 样章: what proves the document is the signature over its bytes, and a picture that could be taken for a real seal
 * would only help a forger.
 */
export function drawSeal(document: Document, { x, y, radius, organ, words }: SealMark): void {
  document.save().opacity(0.72);
  document.lineWidth(2).strokeColor(RED).circle(x, y, radius).stroke();
  document
    .lineWidth(0.6)
    .circle(x, y, radius - 3.5)
    .stroke();
  document
    .fillColor(RED)
    .font('bold')
    .fontSize(radius * 0.44);
  document.text(words, x - radius, y - radius * 0.3, { width: radius * 2, align: 'center', lineBreak: false });
  const letters = [...organ];
  const size = Math.min(9, (radius * 3.6) / letters.length);
  document.fontSize(size);
  const step = Math.min(20, 250 / letters.length);
  for (const [at, letter] of letters.entries()) {
    const angle = (at - (letters.length - 1) / 2) * step;
    document.save().rotate(angle, { origin: [x, y] });
    document.text(letter, x - size, y - radius + 6, { width: size * 2, align: 'center', lineBreak: false });
    document.restore();
  }
  document.restore();
}
