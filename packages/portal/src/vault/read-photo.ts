import { PortalError } from '../server/failure.ts';

/** What is sealed in the end. */
export interface ReadDocument {
  readonly mediaType: 'image/jpeg' | 'application/pdf';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MAX_PHOTO_BYTES = 30_000_000;
const MAX_PDF_BYTES = 2_000_000;
const MAX_SIDE = 1_600;
/** Tried in turn until the photo is small enough to travel. */
const QUALITIES = [0.85, 0.7, 0.5];
const GOOD_BYTES = 900_000;

/**
 * A chosen file as it will be sealed. A photo is drawn anew, upright and at most 1,600 pixels a side: what the camera
 * wrote beside the picture, the place above all, does not come along. Throws `photo-unreadable`, `photo-too-large`.
 */
export async function readDocument(file: File): Promise<ReadDocument> {
  if (file.type === 'application/pdf') return readPdf(file);
  if (file.size > MAX_PHOTO_BYTES) throw new PortalError('photo-too-large');
  const picture = await decode(file);
  try {
    return { mediaType: 'image/jpeg', bytes: await drawAnew(picture) };
  } finally {
    picture.close();
  }
}

async function readPdf(file: File): Promise<ReadDocument> {
  if (file.size > MAX_PDF_BYTES) throw new PortalError('photo-too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== '%PDF-') throw new PortalError('photo-unreadable');
  return { mediaType: 'application/pdf', bytes };
}

/** HEIC where the browser does not know it, and whatever else is no picture, ends here. */
async function decode(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new PortalError('photo-unreadable');
  }
}

async function drawAnew(picture: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new PortalError('photo-unreadable');
  // Where a picture is see-through, a JPEG would be black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  let written = await write(canvas, QUALITIES[0]);
  for (const quality of QUALITIES.slice(1)) {
    if (written.size <= GOOD_BYTES) break;
    written = await write(canvas, quality);
  }
  return new Uint8Array(await written.arrayBuffer());
}

function write(canvas: HTMLCanvasElement, quality: number | undefined): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new PortalError('photo-unreadable')) : resolve(blob)),
      'image/jpeg',
      quality,
    );
  });
}
