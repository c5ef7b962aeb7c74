import type PDFDocument from 'pdfkit';
import { RANGE_PLACEHOLDER, SIGNATURE_BYTES } from '../seal/seal-pdf.ts';

type Document = InstanceType<typeof PDFDocument>;

interface FormData {
  readonly Fields: unknown[];
  SigFlags: number;
  NeedAppearances: unknown;
}

/** What the writer lets one reach of its own making: the catalogue and the page's annotations have no other door. */
interface Inside {
  readonly _root: { readonly data: { AcroForm: { data: FormData } } };
  readonly page: { readonly dictionary: unknown; readonly annotations: unknown[] };
}

/** A signature field on the current page, with room for the signature (ISO 32000-1, 12.7.4.5 and 12.8.1). */
export function addSignaturePlace(document: Document, organ: string, timeMs: number): void {
  const inside = document as unknown as Inside;
  const value = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, RANGE_PLACEHOLDER, RANGE_PLACEHOLDER, RANGE_PLACEHOLDER],
    Contents: new Uint8Array(SIGNATURE_BYTES),
    M: new Date(timeMs),
    Name: pdfText(organ),
  });
  endOf(value);
  const field = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    V: value,
    T: pdfText('seal'),
    TU: pdfText('电子印章'),
    // Hidden from no one, but printed and locked: the drawn seal is what the eye sees.
    F: 132,
    P: inside.page.dictionary,
  });
  endOf(field);
  inside.page.annotations.push(field);
  document.initForm();
  const form = inside._root.data.AcroForm.data;
  form.Fields.push(field);
  // Signed, and to be appended to only (12.7.2).
  form.SigFlags = 3;
  // The writer asks every reader to draw the fields anew: that would change a signed file.
  form.NeedAppearances = undefined;
}

/** To this writer a primitive string is a name and only an object is text. */
function pdfText(text: string): unknown {
  return Object(text);
}

/** Its types want a last piece of a stream; an object without one ends without. */
function endOf(reference: PDFKit.PDFKitReference): void {
  (reference as unknown as { end(): void }).end();
}
