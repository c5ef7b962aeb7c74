import type PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';

type Document = InstanceType<typeof PDFDocument>;

/** A QR code as one vector path, `side` points wide, its quiet zone included. */
export function drawQr(
  document: Document,
  link: string,
  at: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const code = qrcode(0, 'M');
  code.addData(link);
  code.make();
  const count = code.getModuleCount();
  const unit = at.side / (count + 8);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) document.rect(at.x + (column + 4) * unit, at.y + (row + 4) * unit, unit, unit);
    }
  }
  document.fill('#000000');
}
